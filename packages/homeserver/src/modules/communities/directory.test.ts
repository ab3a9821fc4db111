import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import type { TestDevice } from '../../testing/homeserver.ts';
import {
  answer,
  ask,
  block,
  join,
  requestsOf,
  send,
  setAccountData,
  setContact,
  SOTTO,
  startDirect,
  startWith,
  syncRooms,
} from '../../testing/people.ts';
import { bring, directory, invite, makeCommunity, setLevel } from './testing.ts';

function names(body: { members: { user_id: string }[] }): string[] {
  return body.members.map(({ user_id: userId }) => userId.slice(1, userId.indexOf(':')));
}

describeEachDatabase('the directory of a community', (open) => {
  test('lists its people by role and name, and finds them', async () => {
    const people = ['mira', 'noor', 'tom', 'zoe', 'adam'] as const;
    const { mira, noor, tom, zoe, adam } = await startWith(open, people);
    const { roomId } = await makeCommunity(mira);
    await bring(mira, roomId, noor, tom, zoe, adam);
    await setLevel(mira, roomId, tom, 50);

    const { body } = await directory(noor, roomId);
    expect(names(body)).toEqual(['mira', 'tom', 'adam', 'noor', 'zoe']);
    expect(body.total).toBe(5);
    expect(body.members[0].role).toBe('owner');
    expect(body.members[1].role).toBe('moderator');
    expect(names((await directory(noor, roomId, '?search=%40zo')).body)).toEqual(['zoe']);
    expect(names((await directory(noor, roomId, '?search=nobody')).body)).toEqual([]);
  });

  test('comes in pages that leave nobody out', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const { roomId } = await makeCommunity(mira);
    await bring(mira, roomId, noor, tom);
    const first = await directory(noor, roomId, '?limit=2');
    expect(names(first.body)).toEqual(['mira', 'noor']);
    const second = await directory(noor, roomId, `?limit=2&from=${first.body.next_batch}`);
    expect(names(second.body)).toEqual(['tom']);
    expect(second.body).not.toHaveProperty('next_batch');
  });

  test('is not for the invited, nor for who has left', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const { roomId } = await makeCommunity(mira);
    await invite(mira, roomId, noor);
    expect(answer(await directory(noor, roomId))).toBe('403 M_FORBIDDEN');
  });

  test('has those who are hidden from strangers: they joined', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const { roomId } = await makeCommunity(mira);
    await bring(mira, roomId, noor, tom);
    await setAccountData(tom, 'app.sotto.discoverability', { mode: 'hidden' });
    expect(names((await directory(noor, roomId)).body)).toContain('tom');
  });

  test('is the same for who is blocked and who blocks', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const { roomId, open: rides } = await makeCommunity(mira);
    await bring(mira, roomId, noor);
    await block(noor, tom);
    // Who is blocked comes in as everybody does, and nothing tells them.
    await bring(mira, roomId, tom);
    expect(names((await directory(noor, roomId)).body)).toEqual(['mira', 'noor', 'tom']);
    expect(names((await directory(tom, roomId)).body)).toEqual(['mira', 'noor', 'tom']);

    await Promise.all([join(noor, rides), join(tom, rides)]);
    const { next } = await syncRooms(noor);
    const said = await send(tom, rides, 'Do you see this?');
    expect(answer(said)).toBe('200');
    const { body } = await syncRooms(noor, next);
    expect(JSON.stringify(body)).not.toContain(said.body.event_id);
    // A request of theirs stays hidden: being in one community opens no door.
    expect(answer(await startDirect(tom, noor))).toBe('200');
    expect((await requestsOf(noor)).requests).toEqual([]);
  });
});

describeEachDatabase('a community of somebody blocked', (open) => {
  test('does not reach who blocks them, by invitation or by a channel, and nothing tells them', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    await setContact(noor, tom, { contact: true });
    await block(noor, tom);
    const { next } = await syncRooms(noor);
    const { roomId, news, open: rides } = await makeCommunity(tom);

    const replies = await Promise.all([
      invite(tom, roomId, noor),
      invite(tom, roomId, mira),
      invite(tom, rides, noor),
      invite(tom, rides, mira),
    ]);

    const said = replies.map(({ status, body: { errcode, error } }) => ({
      status,
      errcode,
      error,
    }));
    expect([said[0], said[2]]).toEqual([said[1], said[3]]);
    const { sections, body } = await syncRooms(noor, next);
    expect(sections).toEqual({ join: [], invite: [], leave: [] });
    expect(JSON.stringify(body)).not.toContain(news);
    expect((await requestsOf(noor)).requests).toEqual([]);
  });
});

describeEachDatabase('people of one community', (open) => {
  async function relation(by: TestDevice, other: TestDevice): Promise<unknown> {
    const { body } = await by.call('GET', `${SOTTO}/people/${other.userId}`);
    return body.mutual_groups;
  }

  test('ask each other to talk, and have no group in common by it', async () => {
    const names3 = ['mira', 'noor', 'tom'] as const;
    const { mira, noor, tom } = await startWith(open, names3);
    const { roomId, open: rides } = await makeCommunity(mira);
    await bring(mira, roomId, noor, tom);
    await Promise.all([join(noor, rides), join(tom, rides)]);

    await ask(noor, tom);
    const { requests } = await requestsOf(tom);
    expect(requests).toHaveLength(1);
    expect(await relation(tom, noor)).toBe(0);
  });

  test('reach each other as their rules for communities say', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const { roomId } = await makeCommunity(mira);
    await bring(mira, roomId, noor, tom);
    const rules = { stranger: 'reject', mutual_group: 'reject', same_community: 'accept' };
    await setAccountData(tom, 'app.sotto.message_policy', { rules });
    const direct = await ask(noor, tom);
    expect((await syncRooms(tom)).sections['join']).toContain(direct);
  });
});

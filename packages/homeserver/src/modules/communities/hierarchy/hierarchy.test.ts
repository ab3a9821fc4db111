import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { Reply, TestDevice } from '../../../testing/homeserver.ts';
import { answer, startWith, V3 } from '../../../testing/people.ts';
import { bring, hierarchy, invite, makeCommunity, setState } from '../testing.ts';

function idsOf({ body }: Reply): string[] {
  return body.rooms.map((room: { room_id: string }) => room.room_id);
}

async function room(by: TestDevice, body: object): Promise<string> {
  return (await by.call('POST', `${V3}/createRoom`, body)).body.room_id;
}

const SPACE = { creation_content: { type: 'm.space' } };

function child(by: TestDevice, space: string, of: string, more: object = {}) {
  return setState(by, space, `m.space.child/${of}`, { via: ['sotto.test'], ...more });
}

function summary(by: TestDevice, roomId: string): Promise<Reply> {
  return by.call('GET', `/_matrix/client/v1/room_summary/${roomId}`);
}

describeEachDatabase('the rooms of a space', (open) => {
  test('come with what one may know of them, whether one is in them or not', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const { roomId, news, open: rides } = await makeCommunity(mira);
    await bring(mira, roomId, noor);
    const { body } = await hierarchy(noor, roomId);

    expect(body.rooms).toMatchObject([
      { room_id: roomId, name: 'Cycling club', room_type: 'm.space', num_joined_members: 2 },
      { room_id: news, name: 'News', num_joined_members: 2, 'app.sotto.announcement': true },
      { room_id: rides, name: 'Rides', join_rule: 'restricted', allowed_room_ids: [roomId] },
    ]);
    expect(body.rooms[0].children_state.map((one: { state_key: string }) => one.state_key)).toEqual(
      [news, rides],
    );
  });

  test('come in the order the space gives, then by age', async () => {
    const { mira } = await startWith(open, ['mira']);
    const space = await room(mira, SPACE);
    const [a, b, c, d] = [
      await room(mira, {}),
      await room(mira, {}),
      await room(mira, {}),
      await room(mira, {}),
    ];
    await child(mira, space, a);
    await child(mira, space, b, { order: 'zz' });
    await child(mira, space, c, { order: 'aa' });
    // Not an order by the specification's rules: as if it were none.
    await child(mira, space, d, { order: 'ä' });
    const [first, second, third, ...rest] = idsOf(await hierarchy(mira, space));
    expect([first, second, third]).toEqual([space, c, b]);
    expect(rest.toSorted()).toEqual([a, d].toSorted());
  });

  test('are walked depth first, each once, no deeper than asked', async () => {
    const { mira } = await startWith(open, ['mira']);
    const [outer, inner] = [await room(mira, SPACE), await room(mira, SPACE)];
    const [deep, last] = [await room(mira, {}), await room(mira, {})];
    await child(mira, outer, inner, { order: 'a', suggested: true });
    await child(mira, outer, last, { order: 'b' });
    await child(mira, inner, deep);
    // A circle ends where it began.
    await child(mira, inner, outer);

    expect(idsOf(await hierarchy(mira, outer))).toEqual([outer, inner, deep, last]);
    expect(idsOf(await hierarchy(mira, outer, '?max_depth=1'))).toEqual([outer, inner, last]);
    expect(idsOf(await hierarchy(mira, outer, '?max_depth=0'))).toEqual([outer]);
    const suggested = await hierarchy(mira, outer, '?suggested_only=true');
    expect(idsOf(suggested)).toEqual([outer, inner]);
  });

  test('come in pages, whose token belongs to the question', async () => {
    const { mira } = await startWith(open, ['mira']);
    const { roomId, news, open: rides } = await makeCommunity(mira);
    const first = await hierarchy(mira, roomId, '?limit=2');
    expect(idsOf(first)).toEqual([roomId, news]);
    const from = first.body.next_batch;
    const second = await hierarchy(mira, roomId, `?limit=2&from=${from}`);
    expect(idsOf(second)).toEqual([rides]);
    expect(second.body).not.toHaveProperty('next_batch');

    for (const query of [
      `?from=${from}&max_depth=1`,
      `?from=${from}&suggested_only=true`,
      '?from=h1',
    ]) {
      expect(answer(await hierarchy(mira, roomId, query))).toBe('400 M_INVALID_PARAM');
    }
    expect(answer(await hierarchy(mira, roomId, '?limit=0'))).toBe('400 M_INVALID_PARAM');
  });

  test('are not told of to strangers, the removed and the banned', async () => {
    const { mira, eve } = await startWith(open, ['mira', 'eve']);
    const { roomId, news } = await makeCommunity(mira);
    const none = await hierarchy(eve, '!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    const foreign = await hierarchy(eve, roomId);
    expect(foreign).toMatchObject({ status: 403, body: none.body });
    expect(answer(await summary(eve, roomId))).toBe('404 M_NOT_FOUND');
    expect(answer(await summary(eve, news))).toBe('404 M_NOT_FOUND');
    await setState(mira, roomId, `m.room.member/${eve.userId}`, { membership: 'ban' });
    await setState(mira, roomId, 'm.room.join_rules/', { join_rule: 'knock' });
    expect(answer(await summary(eve, roomId))).toBe('404 M_NOT_FOUND');
  });

  test('leave out those one may not know of', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const space = await room(mira, SPACE);
    const secret = await room(mira, { name: 'Secret' });
    await child(mira, space, secret);
    await invite(mira, space, noor);
    const { body } = await hierarchy(noor, space);
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  test('are summed up for who is invited or could ask', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const { roomId } = await makeCommunity(mira, { join: 'knock', topic: 'On two wheels' });
    await invite(mira, roomId, noor);
    expect((await summary(noor, roomId)).body).toMatchObject({
      name: 'Cycling club',
      topic: 'On two wheels',
      join_rule: 'knock',
      membership: 'invite',
      world_readable: false,
    });
    expect((await summary(tom, roomId)).body).not.toHaveProperty('membership');
    expect(answer(await summary(tom, '%23nowhere:sotto.test'))).toBe('404 M_NOT_FOUND');
  });
});

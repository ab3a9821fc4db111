import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import type { TestDevice } from '../../testing/homeserver.ts';
import { answer, join, membership, send, startWith, syncRooms, V3 } from '../../testing/people.ts';
import {
  addChannel,
  bring,
  closeChannel,
  hierarchy,
  invite,
  kick,
  leave,
  makeCommunity,
  setLevel,
  setMembership,
  setState,
} from './testing.ts';

describeEachDatabase('leaving a community', (open) => {
  /** Noor is in every channel, one of them closed; Tom moderates and is in the announcements only. */
  async function startFull() {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const made = await makeCommunity(mira);
    await bring(mira, made.roomId, noor, tom);
    await setLevel(mira, made.roomId, tom, 50);
    await join(noor, made.open);
    const { body } = await addChannel(mira, made.roomId, { name: 'Old' });
    await join(noor, body.room_id);
    await leave(tom, body.room_id);
    await closeChannel(mira, made.roomId, body.room_id);
    const channels: string[] = [made.news, made.open, body.room_id];
    return { mira, noor, tom, ...made, channels };
  }

  function memberships(by: TestDevice, roomIds: readonly string[], of: TestDevice) {
    return Promise.all(roomIds.map((roomId) => membership(by, roomId, of)));
  }

  test('leaves all of its channels', async () => {
    const { mira, noor, roomId, channels } = await startFull();
    await leave(noor, roomId);
    expect(await memberships(mira, channels, noor)).toEqual(['leave', 'leave', 'leave']);
    const { sections } = await syncRooms(noor);
    expect(sections['join']).toEqual([]);
  });

  test('is told to all devices, room by room', async () => {
    const { mira, noor, roomId, channels } = await startFull();
    const { next } = await syncRooms(noor);
    await kick(mira, roomId, noor);
    const { sections } = await syncRooms(noor, next);
    expect(sections['leave']?.toSorted()).toEqual([roomId, ...channels].toSorted());
  });

  test('by being removed does too, by a moderator who is not in all of them', async () => {
    const { mira, noor, tom, roomId, channels } = await startFull();
    expect(answer(await kick(tom, roomId, noor))).toBe('200');
    expect(await memberships(mira, channels, noor)).toEqual(['leave', 'leave', 'leave']);
    const path = `${V3}/rooms/${channels[0]}/state`;
    const state = (await mira.call('GET', path)).body as { state_key: string; sender: string }[];
    expect(state.find(({ state_key: key }) => key === noor.userId)?.sender).toBe(tom.userId);
  });

  test('by being banned does too, until the ban is lifted', async () => {
    const { mira, noor, tom, roomId, channels } = await startFull();
    expect(answer(await setMembership(tom, roomId, noor, 'ban'))).toBe('200');
    expect(await memberships(mira, channels, noor)).toEqual(['ban', 'ban', 'ban']);
    expect(answer(await invite(mira, roomId, noor))).toBe('403 M_FORBIDDEN');

    expect(answer(await setMembership(tom, roomId, noor, 'leave'))).toBe('200');
    expect(await memberships(mira, channels, noor)).toEqual(['leave', 'leave', 'leave']);
    await bring(mira, roomId, noor);
    expect(await membership(mira, channels[0] ?? '', noor)).toBe('join');
  });

  test('takes everything a removed member could try to come back by', async () => {
    const { mira, noor, roomId, news, open: rides } = await startFull();
    const { next } = await syncRooms(noor);
    await kick(mira, roomId, noor);
    const after = await send(mira, news, 'Without Noor');
    await send(mira, rides, 'Here too');

    for (const channel of [news, rides]) {
      expect(answer(await join(noor, channel))).toBe('403 M_FORBIDDEN');
      expect(answer(await setMembership(noor, channel, noor, 'join'))).toBe('403 M_FORBIDDEN');
      expect(answer(await send(noor, channel))).toBe('403 M_FORBIDDEN');
    }
    const forged = { membership: 'join', join_authorised_via_users_server: mira.userId };
    const at = `m.room.member/${noor.userId}`;
    expect(answer(await setState(noor, news, at, forged))).toBe('403 M_FORBIDDEN');
    expect(answer(await join(noor, roomId))).toBe('403 M_FORBIDDEN');
    expect(answer(await hierarchy(noor, roomId))).toBe('403 M_FORBIDDEN');

    // Not by an old token either: what came after the removal is not for them.
    const { body } = await noor.call('GET', `${V3}/sync?timeout=0&since=${next}`);
    expect(JSON.stringify(body)).not.toContain(after.body.event_id);
    const messages = await noor.call('GET', `${V3}/rooms/${news}/messages?dir=f&from=${next}`);
    expect(JSON.stringify(messages.body)).not.toContain('Without Noor');
    const event = `${V3}/rooms/${news}/event/${after.body.event_id}`;
    expect(answer(await noor.call('GET', event))).toBe('404 M_NOT_FOUND');
  });

  test('wins against joining a channel at the same moment, whatever comes first', async () => {
    const { mira, noor, roomId, open: rides } = await startFull();
    await leave(noor, rides);
    await Promise.all([kick(mira, roomId, noor), join(noor, rides), join(noor, rides)]);
    expect(await membership(mira, rides, noor)).toBe('leave');
    await bring(mira, roomId, noor);
    await Promise.all([join(noor, rides), leave(noor, roomId), join(noor, rides)]);
    expect(await membership(mira, rides, noor)).toBe('leave');
  });

  test('takes back invitations to its channels', async () => {
    const { mira, noor, roomId, open: rides } = await startFull();
    await leave(noor, rides);
    await invite(mira, rides, noor);
    await leave(noor, roomId);
    expect(answer(await join(noor, rides))).toBe('403 M_FORBIDDEN');
  });

  test('ends with the account', async () => {
    const { mira, noor, channels } = await startFull();
    const auth = {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: 'noor' },
      password: 'correct horse battery staple',
    };
    const path = `${V3}/account/deactivate`;
    const { body } = await noor.call('POST', path, {});
    const gone = await noor.call('POST', path, { auth: { ...auth, session: body.session } });
    expect(gone.status).toBe(200);
    expect(await memberships(mira, channels, noor)).toEqual(['leave', 'leave', 'leave']);
  });
});

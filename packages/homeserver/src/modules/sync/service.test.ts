import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../testing/homeserver.ts';

const CLIENT = '/_matrix/client/v3';

async function sync(device: TestDevice, since?: string, query = '') {
  const at = since === undefined ? '' : `&since=${since}`;
  const { status, body } = await device.call('GET', `${CLIENT}/sync?timeout=0${at}${query}`);
  expect(status).toBe(200);
  return body;
}

function send(by: TestDevice, roomId: string, txnId: string, body = txnId) {
  const path = `${CLIENT}/rooms/${roomId}/send/m.room.message/${txnId}`;
  return by.call('PUT', path, { msgtype: 'm.text', body });
}

function bodiesIn(
  room: { timeline: { events: { type: string; content: { body?: string } }[] } } | undefined,
) {
  return (room?.timeline.events ?? [])
    .filter(({ type }) => type === 'm.room.message')
    .map(({ content }) => content.body);
}

function filter(value: object): string {
  return `&filter=${encodeURIComponent(JSON.stringify(value))}`;
}

describeEachDatabase('sync', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = await server.signUp('mira');
    const jonas = await server.signUp('jonas');
    const { body } = await mira.call('POST', '/_matrix/client/unstable/app.sotto/dm', {
      user_ids: [jonas.userId],
    });
    const roomId: string = body.room_id;
    const join = () => jonas.call('POST', `${CLIENT}/rooms/${roomId}/join`, {});
    return { server, mira, jonas, roomId, join };
  }

  test('a first sync shows the rooms one is in, with their state and latest messages', async () => {
    const { mira, roomId } = await setUp();
    await send(mira, roomId, 'hello');

    const body = await sync(mira);

    const room = body.rooms.join[roomId];
    expect(bodiesIn(room)).toEqual(['hello']);
    expect(room.timeline.events[0].type).toBe('m.room.create');
    expect(room.summary['m.joined_member_count']).toBe(1);
    expect(body.device_one_time_keys_count).toHaveProperty('signed_curve25519');
    expect(body.account_data.events.map(({ type }: { type: string }) => type)).toContain(
      'm.direct',
    );
  });

  test('an invitation shows who invites and that the room is encrypted, and nothing said there', async () => {
    const { mira, jonas, roomId } = await setUp();
    await send(mira, roomId, 'hello');

    const body = await sync(jonas);

    const types = body.rooms.invite[roomId].invite_state.events.map(
      ({ type }: { type: string }) => type,
    );
    expect(types).toEqual(
      expect.arrayContaining(['m.room.create', 'm.room.encryption', 'm.room.member']),
    );
    expect(JSON.stringify(body)).not.toContain('hello');
  });

  test('after joining, the whole state comes with what was said since the invitation', async () => {
    const { mira, jonas, roomId, join } = await setUp();
    await send(mira, roomId, 'are you there?');
    const invited = await sync(jonas);
    await join();

    const body = await sync(jonas, invited.next_batch);

    const room = body.rooms.join[roomId];
    const state = [...room.state.events, ...room.timeline.events];
    expect(bodiesIn(room)).toEqual(['are you there?']);
    expect(state.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['m.room.create', 'm.room.encryption']),
    );
    expect(body.device_lists.changed).toContain(mira.userId);
  });

  test('a chain of tokens gives every message once, in order', async () => {
    const { mira, jonas, roomId, join } = await setUp();
    await join();
    let { next_batch: since } = await sync(jonas);

    const seen: (string | undefined)[] = [];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([0, 1, 2].map((index) => send(mira, roomId, `${round}.${index}`)));
      const body = await sync(jonas, since);
      seen.push(...bodiesIn(body.rooms.join[roomId]));
      since = body.next_batch;
    }

    expect(seen).toHaveLength(30);
    expect(new Set(seen).size).toBe(30);
    expect(seen.map((text) => Number(text?.split('.')[0]))).toEqual(
      Array.from({ length: 30 }, (_, index) => Math.floor(index / 3)),
    );
  });

  test('the same token gives the same again: a lost answer loses nothing', async () => {
    const { mira, jonas, roomId, join } = await setUp();
    await join();
    const { next_batch: since } = await sync(jonas);
    await send(mira, roomId, 'once');

    const lost = await sync(jonas, since);
    const again = await sync(jonas, since);

    expect(bodiesIn(lost.rooms.join[roomId])).toEqual(['once']);
    expect(bodiesIn(again.rooms.join[roomId])).toEqual(['once']);
  });

  test('a waiting sync is answered by the next message', async () => {
    const { mira, jonas, roomId, join } = await setUp();
    await join();
    const { next_batch: since } = await sync(jonas);

    const waiting = jonas.call('GET', `${CLIENT}/sync?since=${since}&timeout=30000`);
    await send(mira, roomId, 'wake up');

    expect(bodiesIn((await waiting).body.rooms.join[roomId])).toEqual(['wake up']);
  });

  test('a waiting sync shows the room as what woke it has made it', async () => {
    const { mira, roomId, join } = await setUp();
    const first = await sync(mira);
    await send(mira, roomId, 'hello');
    // Everything but the news is remembered now, so that nothing has to be waited for.
    const { next_batch: since } = await sync(mira, first.next_batch);

    const waiting = mira.call('GET', `${CLIENT}/sync?timeout=20000&since=${since}`);
    await join();
    const { body } = await waiting;

    const { summary } = body.rooms.join[roomId];
    expect(summary['m.joined_member_count']).toBe(2);
    expect(summary['m.invited_member_count']).toBe(0);
  });

  test('a sync that waits ends when its device is signed out', async () => {
    const { server, jonas } = await setUp();
    const { next_batch: since } = await sync(jonas);

    const waiting = jonas.call('GET', `${CLIENT}/sync?since=${since}&timeout=30000`);
    await server.server.app.inject({ method: 'GET', url: '/_matrix/client/versions' });
    await jonas.call('POST', `${CLIENT}/logout`, {});

    const { status, body } = await waiting;
    expect([status, body.errcode, body.soft_logout]).toEqual([401, 'M_UNKNOWN_TOKEN', false]);
  });

  test('a long absence gives the newest messages, a gap, and what the state became', async () => {
    const { mira, jonas, roomId, join } = await setUp();
    await join();
    const { next_batch: since } = await sync(jonas);
    await mira.call('PUT', `${CLIENT}/rooms/${roomId}/state/m.room.name`, { name: 'First' });
    await mira.call('PUT', `${CLIENT}/rooms/${roomId}/state/m.room.name`, { name: 'Garden' });
    for (let index = 0; index < 8; index += 1) await send(mira, roomId, `${index}`);

    const body = await sync(jonas, since, filter({ room: { timeline: { limit: 3 } } }));

    const room = body.rooms.join[roomId];
    expect(room.timeline.limited).toBe(true);
    expect(bodiesIn(room)).toEqual(['5', '6', '7']);
    expect(room.state.events.map(({ content }: { content: object }) => content)).toEqual([
      { name: 'Garden' },
    ]);
    const path = `${CLIENT}/rooms/${roomId}/messages?dir=b&limit=5&from=${room.timeline.prev_batch}`;
    const { body: older } = await jonas.call('GET', path);
    expect(older.chunk.map(({ content }: { content: { body: string } }) => content.body)).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
    ]);
  });

  test.each([
    ['use_state_after', 'state_after'],
    ['org.matrix.msc4222.use_state_after', 'org.matrix.msc4222.state_after'],
  ])('with %s the state is that after the timeline', async (parameter, name) => {
    const { mira, jonas, roomId, join } = await setUp();
    await join();
    const { next_batch: since } = await sync(jonas);
    await mira.call('PUT', `${CLIENT}/rooms/${roomId}/state/m.room.name`, { name: 'Garden' });

    const body = await sync(jonas, since, `&${parameter}=true`);

    const room = body.rooms.join[roomId];
    expect(room).not.toHaveProperty('state');
    expect(room[name].events.map(({ content }: { content: object }) => content)).toEqual([
      { name: 'Garden' },
    ]);
  });

  test('only the sending device is told the transaction id', async () => {
    const { server, mira, jonas, roomId, join } = await setUp();
    await join();
    const phone = await server.signIn('mira');
    await send(mira, roomId, 'txn-1');

    const last = async (device: TestDevice) =>
      (await sync(device)).rooms.join[roomId].timeline.events.at(-1).unsigned.transaction_id;

    expect(await last(mira)).toBe('txn-1');
    expect(await last(phone)).toBeUndefined();
    expect(await last(jonas)).toBeUndefined();
  });

  test('lazy loading names who speaks, once', async () => {
    const { mira, jonas, roomId, join } = await setUp();
    await join();
    await send(mira, roomId, 'one');
    const lazy = filter({ room: { state: { lazy_load_members: true }, timeline: { limit: 1 } } });
    const membersIn = (body: {
      rooms: { join: Record<string, { state: { events: { type: string; state_key: string }[] } }> };
    }) =>
      body.rooms.join[roomId]?.state.events
        .filter(({ type }) => type === 'm.room.member')
        .map(({ state_key: userId }) => userId)
        .sort();

    const first = await sync(jonas, undefined, lazy);
    await send(mira, roomId, 'two');
    const second = await sync(jonas, first.next_batch, lazy);

    expect(membersIn(first)).toEqual([jonas.userId, mira.userId].sort());
    expect(membersIn(second)).toEqual([]);
  });

  test('whoever accepts is seen to be there at once, and sees who else is', async () => {
    const { mira, jonas, join } = await setUp();
    const [ofMira, ofJonas] = [await sync(mira), await sync(jonas)];
    await join();

    const seenBy = async (device: TestDevice, since: string) =>
      (await sync(device, since)).presence.events.map(({ sender }: { sender: string }) => sender);

    expect(await seenBy(mira, ofMira.next_batch)).toContain(jonas.userId);
    expect(await seenBy(jonas, ofJonas.next_batch)).toContain(mira.userId);
  });

  test('leaving is told once, with nothing said afterwards', async () => {
    const { mira, jonas, roomId, join } = await setUp();
    await join();
    const { next_batch: since } = await sync(jonas);
    await jonas.call('POST', `${CLIENT}/rooms/${roomId}/leave`, {});
    await send(mira, roomId, 'after');

    const body = await sync(jonas, since);
    const later = await sync(jonas, body.next_batch);

    expect(Object.keys(body.rooms)).toEqual(['leave']);
    expect(JSON.stringify(body)).not.toContain('after');
    expect(later.rooms).toBeUndefined();
    expect(body.device_lists.left).toEqual([mira.userId]);
  });

  test('unread counts count what others said, not what one said oneself', async () => {
    const { mira, jonas, roomId, join } = await setUp();
    await join();
    await send(mira, roomId, 'one');
    await send(mira, roomId, 'two');

    const theirs = (await sync(jonas)).rooms.join[roomId].unread_notifications;
    const mine = (await sync(mira)).rooms.join[roomId].unread_notifications;

    expect(theirs.notification_count).toBe(2);
    expect(mine.notification_count).toBe(0);
  });

  test.each([
    ['a token of another kind', '&since=t5', 400, 'M_INVALID_PARAM'],
    ['a token made up', '&since=zzz', 400, 'M_INVALID_PARAM'],
    ['a filter that is gone', '&filter=12345', 404, 'M_NOT_FOUND'],
    ['a filter that is not JSON', '&filter=%7Bnope', 400, 'M_NOT_JSON'],
    ['a negative timeout', '&timeout=-1', 400, 'M_INVALID_PARAM'],
  ])('%s is refused', async (_case, query, status, errcode) => {
    const { mira } = await setUp();

    const reply = await mira.call('GET', `${CLIENT}/sync?x=1${query}`);

    expect([reply.status, reply.body.errcode]).toEqual([status, errcode]);
  });
});

import { EventEmitter } from 'node:events';
import type { RoomId, UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { createSubject } from '../observable.ts';
import { createMemoryStore } from '../platform/key-value-store.ts';
import type { RequestSummary } from '../types/index.ts';
import { openRequestBook } from './request-book.ts';
import type { RequestContext } from './request-context.ts';

const ME = '@jonas:sotto.test' as UserId;
const MIRA = '@mira:sotto.test';
/** An answer is taken in one turn and shown in the next. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
}

const card = {
  user_id: MIRA,
  contact: false,
  follows: false,
  follows_you: false,
  account_created_ts: 0,
  mutual_groups: 0,
  mutual_contacts: 0,
};
const listed = (roomId: string) => ({
  room_id: roomId,
  sender: MIRA,
  direct: true,
  treatment: 'request',
  received_ts: 1,
  messages: [],
  card,
});

const invitation = {
  getSender: () => MIRA,
  getTs: () => 1,
  getContent: () => ({ membership: 'invite', is_direct: true }),
};

/** A device invited to these rooms, and a server that answers when it is told to. */
async function setUp(roomIds: readonly string[], { isOnline = true } = {}) {
  const memberships = new Map<string, string>();
  const rooms = new Map(
    roomIds.map((roomId) => {
      const member = { events: { member: invitation } };
      const room = { roomId, getMyMembership: () => memberships.get(roomId) ?? 'invite' };
      return [roomId, { ...room, getMember: () => member, isSpaceRoom: () => false }];
    }),
  );
  const asked: { answer: (listedIds: readonly string[]) => void; fail: () => void }[] = [];
  const client = Object.assign(new EventEmitter(), {
    getRooms: () => [...rooms.values()],
    getRoom: (roomId: string) => rooms.get(roomId) ?? null,
    getEventMapper: () => () => undefined,
    store: {
      getAccountData: () => undefined,
      removeRoom: (roomId: string) => void rooms.delete(roomId),
    },
    http: {
      authedRequest: () =>
        new Promise((resolve, reject) => {
          asked.push({
            answer: (ids) => resolve({ requests: ids.map(listed), total: ids.length }),
            fail: () => reject(new TypeError('fetch failed')),
          });
        }),
    },
  });
  const requests = createSubject<readonly RequestSummary[]>([]);
  const online = createSubject(isOnline);
  const context = {
    matrix: { client, userId: ME },
    people: { inRoom: (userId: UserId) => ({ userId }) },
    platform: { store: createMemoryStore(), schedule: (run: () => void) => void setImmediate(run) },
    clock: { nowMs: () => 1 },
    online,
  };
  // SAFETY: these are all the parts of a device that are asked for anything.
  const book = await openRequestBook(context as unknown as RequestContext, requests);
  await settle();
  const change = (roomId: string) => client.emit('RoomState.update', { roomId });
  const join = (roomId: string) => memberships.set(roomId, 'join');
  const sync = () => client.emit('sync', 'SYNCING');
  const idsOf = () => requests.get().map(({ id }) => id);
  const knows = (roomId: string) => rooms.has(roomId);
  return { book, asked, change, join, sync, online, idsOf, knows };
}

test('however much changes while the server is asked, it is asked once more', async () => {
  const { asked, change } = await setUp(['!a', '!b']);

  for (const roomId of ['!a', '!b', '!a']) change(roomId);
  await settle();
  const meanwhile = asked.length;
  asked[0]?.answer(['!a', '!b']);
  await settle();
  asked[1]?.answer(['!a', '!b']);
  await settle();

  expect(meanwhile).toBe(1);
  expect(asked).toHaveLength(2);
});

test('what failed is asked for again with the next change and the next connection, not before', async () => {
  const { asked, change, online } = await setUp(['!a']);

  asked[0]?.fail();
  await settle();
  const afterFailure = asked.length;
  change('!a');
  await settle();
  asked[1]?.fail();
  await settle();
  online.set(false);
  change('!a');
  await settle();
  const whileOffline = asked.length;
  online.set(true);
  await settle();

  expect([afterFailure, whileOffline, asked.length]).toEqual([1, 2, 3]);
});

test('without a connection the requests are those this device knows of', async () => {
  const { asked, idsOf } = await setUp(['!a', '!b'], { isOnline: false });

  expect(asked).toEqual([]);
  expect(idsOf()).toEqual(['!a', '!b']);
});

test('a request the server no longer lists is gone', async () => {
  const { asked, sync, idsOf, knows } = await setUp(['!a', '!b']);

  asked[0]?.answer(['!b']);
  await settle();
  const shown = idsOf();
  sync();

  expect(shown).toEqual(['!b']);
  expect([knows('!a'), knows('!b')]).toEqual([false, true]);
});

test('one whose room is just being joined as the server lists it no more stays a room', async () => {
  const { asked, join, sync, idsOf, knows } = await setUp(['!a', '!b']);

  asked[0]?.answer(['!b']);
  await settle();
  join('!a');
  sync();

  expect(idsOf()).toEqual(['!b']);
  expect(knows('!a')).toBe(true);
});

test('one that is made again while it is over is asked about', async () => {
  const { asked, change, sync, idsOf, knows } = await setUp(['!a']);

  asked[0]?.answer([]);
  await settle();
  change('!a');
  sync();
  await settle();
  asked[1]?.answer(['!a']);
  await settle();

  expect(idsOf()).toEqual(['!a']);
  expect(knows('!a')).toBe(true);
});

test('one that came while the server was asked is not taken for gone', async () => {
  const { asked, change, idsOf } = await setUp(['!a', '!b']);

  change('!b');
  await settle();
  asked[0]?.answer(['!a']);
  await settle();

  expect(idsOf()).toEqual(['!a', '!b']);
});

test('a request that is put away is gone as soon as the server has it', async () => {
  const { book, asked, idsOf } = await setUp(['!a', '!b']);
  asked[0]?.answer(['!a', '!b']);
  await settle();

  const done = book.putAway('!a' as RoomId, 'delete');
  const before = idsOf();
  asked[1]?.answer([]);
  await done;

  expect(before).toEqual(['!a', '!b']);
  expect(idsOf()).toEqual(['!b']);
});

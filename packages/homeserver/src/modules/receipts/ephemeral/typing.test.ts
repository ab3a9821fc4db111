import type { RoomId, UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import type { Database } from '../../../storage/index.ts';
import { createManualTime } from './manual-scheduler.ts';
import { createTyping } from './typing.ts';

const mira = '@mira:sotto.test' as UserId;
const jonas = '@jonas:sotto.test' as UserId;
const noor = '@noor:sotto.test' as UserId;
const kitchen = '!kitchen' as RoomId;

function setUp(members: readonly UserId[] = [mira, jonas, noor]) {
  const time = createManualTime();
  const told: (readonly UserId[])[] = [];
  const active: UserId[] = [];
  const typing = createTyping({
    // SAFETY: handed on to the rooms below, which need none.
    db: {} as Database,
    clock: time.clock,
    scheduler: time.scheduler,
    rooms: {
      isJoined: async (_db, _roomId, userId) => members.includes(userId),
      joinedMembers: async () => members,
    },
    onChanged: (_roomId, _typist, userIds) => told.push(userIds),
    onActive: (userId) => active.push(userId),
  });
  const say = (userId: UserId, isTyping: boolean, timeoutMs: number | null = null) =>
    typing.set({ caller: userId, userId, roomId: kitchen, isTyping, timeoutMs });
  return { time, told, active, typing, say };
}

test('everyone else in the room is told when somebody begins and when they stop', async () => {
  const { told, typing, say } = setUp();

  await say(mira, true);
  const during = typing.typingIn(kitchen);
  await say(mira, false);

  expect(during).toEqual([mira]);
  expect(typing.typingIn(kitchen)).toEqual([]);
  expect(told).toEqual([
    [jonas, noor],
    [jonas, noor],
  ]);
});

test('going on typing is no news', async () => {
  const { time, told, typing, say } = setUp();

  await say(mira, true, 30_000);
  time.advanceMs(25_000);
  await say(mira, true, 30_000);
  time.advanceMs(25_000);

  expect(typing.typingIn(kitchen)).toEqual([mira]);
  expect(told).toHaveLength(1);
});

test('typing ends by itself when the time is up, and everyone is told', async () => {
  const { time, told, typing, say } = setUp();

  await say(mira, true, 10_000);
  time.advanceMs(9_999);
  const before = typing.typingIn(kitchen);
  time.advanceMs(1);

  expect(before).toEqual([mira]);
  expect(typing.typingIn(kitchen)).toEqual([]);
  expect(told).toHaveLength(2);
  expect(time.waiting()).toBe(0);
});

test.each([
  { says: 'half a minute if nothing is said', asked: null, lastsMs: 30_000 },
  { says: 'two minutes at most', asked: 120_000, lastsMs: 120_000 },
  { says: 'two minutes when more is asked', asked: 120_001, lastsMs: 120_000 },
])('typing lasts $says', async ({ asked, lastsMs }) => {
  const { time, typing, say } = setUp();

  await say(mira, true, asked);
  time.advanceMs(lastsMs - 1);
  const before = typing.typingIn(kitchen);
  time.advanceMs(1);

  expect([before, typing.typingIn(kitchen)]).toEqual([[mira], []]);
});

test.each([0, -1])('typing for %i ms is not typing', async (timeoutMs) => {
  const { told, typing, say } = setUp();

  await say(mira, true, timeoutMs);

  expect(typing.typingIn(kitchen)).toEqual([]);
  expect(told).toEqual([]);
});

test('stopping what was not begun is no news', async () => {
  const { told, active, say } = setUp();

  await say(mira, false);

  expect(told).toEqual([]);
  expect(active).toEqual([]);
});

test('typing is something a person does', async () => {
  const { active, say } = setUp();

  await say(mira, true);

  expect(active).toEqual([mira]);
});

test('a room of a thousand is told, a larger one is not', async () => {
  const crowd = Array.from({ length: 1_000 }, (_, index) => `@user${index}:sotto.test` as UserId);
  const [first] = crowd;
  const large = setUp(crowd);
  const larger = setUp([...crowd, mira]);

  await large.say(first ?? mira, true);
  await larger.say(mira, true);

  expect(large.typing.typingIn(kitchen)).toEqual([first]);
  expect(larger.typing.typingIn(kitchen)).toEqual([]);
});

test('the fifty-first to type in a room is not shown', async () => {
  const crowd = Array.from({ length: 51 }, (_, index) => `@user${index}:sotto.test` as UserId);
  const { typing, say } = setUp(crowd);

  for (const userId of crowd) await say(userId, true);

  expect(typing.typingIn(kitchen)).toEqual(crowd.slice(0, 50));
});

test('a device that just came learns of its rooms where somebody is typing', async () => {
  const { typing, say } = setUp([mira, jonas]);

  await say(mira, true);

  expect(typing.roomsWithTyping(jonas)).toEqual([kitchen]);
  expect(typing.roomsWithTyping(noor)).toEqual([]);
});

test('typing in more rooms than are remembered is not shown', async () => {
  const { typing } = setUp();
  const sayIn = (roomId: RoomId) =>
    typing.set({ caller: mira, userId: mira, roomId, isTyping: true, timeoutMs: null });
  for (let index = 0; index < 49_999; index += 1) await sayIn(`!room${index}` as RoomId);

  await sayIn('!last' as RoomId);
  await sayIn('!more' as RoomId);

  expect(typing.typingIn('!last' as RoomId)).toEqual([mira]);
  expect(typing.typingIn('!more' as RoomId)).toEqual([]);
});

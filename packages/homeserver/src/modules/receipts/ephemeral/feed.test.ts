import { createManualClock } from '@sotto/kit';
import type { DeviceId, RoomId, UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { createEphemeralFeed } from './feed.ts';

const mira = '@mira:sotto.test' as UserId;
const jonas = '@jonas:sotto.test' as UserId;
const phone = 'PHONE' as DeviceId;
const laptop = 'LAPTOP' as DeviceId;
const kitchen = '!kitchen' as RoomId;
const garden = '!garden' as RoomId;

const nothing = { typingRooms: [], presenceUsers: [], isFresh: false };

function setUp() {
  const clock = createManualClock();
  const feed = createEphemeralFeed(clock);
  return { clock, feed };
}

test('a device that was not heard of is fresh, and then is not', () => {
  const { feed } = setUp();
  feed.markTyping(kitchen, [mira]);

  expect(feed.drain(mira, phone, 5)).toEqual({ ...nothing, isFresh: true });
  expect(feed.drain(mira, phone, 5)).toEqual(nothing);
});

test('each device of each person concerned is told once', () => {
  const { feed } = setUp();
  for (const [userId, deviceId] of [
    [mira, phone],
    [mira, laptop],
    [jonas, phone],
  ] as const) {
    feed.drain(userId, deviceId, 1);
  }

  feed.markTyping(kitchen, [mira]);
  feed.markTyping(kitchen, [mira]);
  feed.markPresence(jonas, [mira]);

  const told = { typingRooms: [kitchen], presenceUsers: [jonas], isFresh: false };
  expect(feed.drain(mira, phone, 2)).toEqual(told);
  expect(feed.drain(mira, laptop, 2)).toEqual(told);
  expect(feed.drain(jonas, phone, 2)).toEqual(nothing);
  expect(feed.drain(mira, phone, 3)).toEqual(nothing);
});

test('asking on at once with the same token is no reason to repeat', () => {
  const { clock, feed } = setUp();
  feed.drain(mira, phone, 5);
  feed.markTyping(kitchen, [mira]);
  feed.drain(mira, phone, 5);

  clock.advanceMs(999);

  expect(feed.drain(mira, phone, 5)).toEqual(nothing);
});

test('coming back later with the same token repeats what the lost response held, once', () => {
  const { clock, feed } = setUp();
  feed.drain(mira, phone, 5);
  feed.markTyping(kitchen, [mira]);
  feed.drain(mira, phone, 5);

  clock.advanceMs(1_000);
  feed.markTyping(garden, [mira]);
  const again = feed.drain(mira, phone, 5);
  clock.advanceMs(1_000);
  const onceMore = feed.drain(mira, phone, 5);

  expect(again.typingRooms).toEqual([kitchen, garden]);
  expect(onceMore.typingRooms).toEqual([garden]);
});

test('a newer token says that the response arrived', () => {
  const { clock, feed } = setUp();
  feed.drain(mira, phone, 5);
  feed.markTyping(kitchen, [mira]);
  feed.drain(mira, phone, 5);

  clock.advanceMs(60_000);

  expect(feed.drain(mira, phone, 6)).toEqual(nothing);
});

test('a device that missed a thousand things is told them, one that missed more is fresh', () => {
  const { feed } = setUp();
  feed.drain(mira, phone, 5);
  feed.drain(mira, laptop, 5);
  const markUpTo = (count: number) => {
    for (let index = 0; index < count; index += 1) {
      feed.markPresence(`@user${index}:sotto.test` as UserId, [mira]);
    }
  };

  markUpTo(1_000);
  const thousand = feed.drain(mira, phone, 6);
  feed.markTyping(kitchen, [mira]);
  const more = feed.drain(mira, laptop, 6);

  expect(thousand.presenceUsers).toHaveLength(1_000);
  expect(more).toEqual({ ...nothing, isFresh: true });
});

test('the fifty-first device of a person takes the place of the one that is quiet longest', () => {
  const { feed } = setUp();
  const device = (index: number) => `DEVICE${index}` as DeviceId;
  for (let index = 0; index < 50; index += 1) feed.drain(mira, device(index), 1);
  feed.drain(mira, device(0), 2);

  feed.drain(mira, device(50), 1);

  expect(feed.drain(mira, device(0), 3).isFresh).toBe(false);
  expect(feed.drain(mira, device(1), 3).isFresh).toBe(true);
});

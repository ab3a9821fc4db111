import type { DeviceId, UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { createManualTime } from './manual-scheduler.ts';
import { createPresence } from './presence.ts';

const mira = '@mira:sotto.test' as UserId;
const phone = { userId: mira, deviceId: 'PHONE' as DeviceId };
const laptop = { userId: mira, deviceId: 'LAPTOP' as DeviceId };

function setUp() {
  const time = createManualTime();
  const told: string[] = [];
  const presence = createPresence({
    clock: time.clock,
    scheduler: time.scheduler,
    onChanged(userId) {
      const content = presence.presenceOf(userId);
      told.push(`${content?.presence}${content?.currently_active === false ? ', idle' : ''}`);
    },
  });
  return { time, told, presence };
}

test('somebody nobody has heard of is unknown', () => {
  const { presence } = setUp();

  presence.active(mira);
  presence.touch(phone, 'offline', 30_000);

  expect(presence.presenceOf(mira)).toBeNull();
});

test('who syncs is online, and offline twenty seconds after the sync should have ended', () => {
  const { time, told, presence } = setUp();

  presence.touch(phone, 'online', 30_000);
  time.advanceMs(49_999);
  const before = presence.presenceOf(mira);
  time.advanceMs(1);

  expect(before).toEqual({ presence: 'online', last_active_ago: 49_999, currently_active: true });
  expect(presence.presenceOf(mira)).toEqual({ presence: 'offline', last_active_ago: 50_000 });
  time.advanceMs(5_000);
  expect(told).toEqual(['online', 'offline']);
});

test('who goes on syncing stays online, becomes idle, then unavailable', () => {
  const { time, told, presence } = setUp();

  for (let round = 0; round < 11; round += 1) {
    presence.touch(phone, 'online', 30_000);
    time.advanceMs(30_000);
  }

  expect(told).toEqual(['online', 'online, idle', 'unavailable']);
});

test('doing something makes an idle person online again', () => {
  const { time, told, presence } = setUp();
  presence.touch(phone, 'online', 600_000);
  time.advanceMs(310_000);

  presence.active(mira);

  expect(told).toEqual(['online', 'online, idle', 'unavailable', 'online']);
  expect(presence.presenceOf(mira)?.last_active_ago).toBe(0);
});

test('the device that is online counts, not the one that spoke last', () => {
  const { told, presence } = setUp();

  presence.touch(laptop, 'online', 30_000);
  presence.touch(phone, 'unavailable', 30_000);

  expect(presence.presenceOf(mira)?.presence).toBe('online');
  expect(told).toEqual(['online']);
});

test('who wants to be shown as offline is, whatever they do', () => {
  const { time, told, presence } = setUp();
  presence.touch(phone, 'online', 30_000);
  time.advanceMs(5_000);

  presence.touch(phone, 'offline', 30_000);
  time.advanceMs(1_000);
  presence.active(mira);
  time.advanceMs(60_000);

  expect(presence.presenceOf(mira)).toEqual({ presence: 'offline', last_active_ago: 66_000 });
  expect(told).toEqual(['online', 'offline']);
});

test('flapping is told at most every five seconds, and ends with the truth', () => {
  const { time, told, presence } = setUp();

  for (let flap = 0; flap < 20; flap += 1) {
    presence.touch(phone, flap % 2 === 0 ? 'online' : 'unavailable', 30_000);
    time.advanceMs(100);
  }
  time.advanceMs(5_000);

  expect(told).toEqual(['online', 'unavailable']);
});

test('a status is told with the presence, and taken back by leaving it out', () => {
  const { time, told, presence } = setUp();

  presence.set(phone, 'online', 'in a meeting');
  const during = presence.presenceOf(mira);
  time.advanceMs(5_000);
  presence.set(phone, 'online', null);

  expect(during?.status_msg).toBe('in a meeting');
  expect(presence.presenceOf(mira)).not.toHaveProperty('status_msg');
  expect(told).toHaveLength(2);
});

test('saying so counts for a minute, and does not shorten a sync', () => {
  const { time, presence } = setUp();
  presence.set(phone, 'online', null);
  time.advanceMs(59_999);
  const almost = presence.presenceOf(mira)?.presence;
  time.advanceMs(1);
  const after = presence.presenceOf(mira)?.presence;

  presence.touch(phone, 'online', 100_000);
  presence.set(phone, 'online', null);
  time.advanceMs(110_000);

  expect([almost, after]).toEqual(['online', 'offline']);
  expect(presence.presenceOf(mira)?.presence).toBe('online');
});

test('nothing is left to be run once everyone is gone', () => {
  const { time, presence } = setUp();
  presence.touch(phone, 'online', 30_000);

  time.advanceMs(60_000);

  expect(time.waiting()).toBe(0);
});

test('of a person’s devices, fifty count', () => {
  const { time, presence } = setUp();
  const device = (index: number) => ({ userId: mira, deviceId: `DEVICE${index}` as DeviceId });
  for (let index = 0; index < 49; index += 1) presence.touch(device(index), 'unavailable', 0);

  presence.touch(device(50), 'online', 0);
  time.advanceMs(5_000);
  const withFifty = presence.presenceOf(mira)?.presence;
  presence.touch(device(50), 'unavailable', 0);
  presence.touch(device(51), 'online', 0);

  expect(withFifty).toBe('online');
  expect(presence.presenceOf(mira)?.presence).toBe('unavailable');
});

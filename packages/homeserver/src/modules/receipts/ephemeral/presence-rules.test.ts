import { expect, test } from 'vitest';
import { presenceAt, type PresentDevice } from './presence-rules.ts';

const now = 1_000_000;
const online: PresentDevice = { state: 'online', untilMs: now + 1 };
const idle: PresentDevice = { state: 'unavailable', untilMs: now + 1 };

test.each([
  { says: 'no device', devices: [], activeMs: now, state: 'offline', isActive: false },
  { says: 'a device', devices: [online], activeMs: now, state: 'online', isActive: true },
  { says: 'an idle device', devices: [idle], activeMs: now, state: 'unavailable', isActive: false },
  { says: 'one of each', devices: [idle, online], activeMs: now, state: 'online', isActive: true },
  {
    says: 'a device not heard of in time',
    devices: [{ ...online, untilMs: now }],
    activeMs: now,
    state: 'offline',
    isActive: false,
  },
  {
    says: 'nothing done for almost a minute',
    devices: [online],
    activeMs: now - 59_999,
    state: 'online',
    isActive: true,
  },
  {
    says: 'nothing done for a minute',
    devices: [online],
    activeMs: now - 60_000,
    state: 'online',
    isActive: false,
  },
  {
    says: 'nothing done for almost five minutes',
    devices: [online],
    activeMs: now - 299_999,
    state: 'online',
    isActive: false,
  },
  {
    says: 'nothing done for five minutes',
    devices: [online],
    activeMs: now - 300_000,
    state: 'unavailable',
    isActive: false,
  },
  {
    says: 'nothing ever done',
    devices: [idle],
    activeMs: null,
    state: 'unavailable',
    isActive: false,
  },
])('$says: $state, active $isActive', ({ devices, activeMs, state, isActive }) => {
  const person = {
    devices: new Map(devices.map((device, index) => [`DEVICE${index}`, device])),
    lastActiveMs: activeMs,
    statusMessage: 'hello',
  };

  expect(presenceAt(person, now)).toEqual({ state, isActive, statusMessage: 'hello' });
});

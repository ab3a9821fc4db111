import { expect, test } from 'vitest';
import { isTimeZone, listTimeZones } from './time-zones.ts';

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Europe/Berl', false],
  ['', false],
])('%j names a time zone: %s', (name, is) => {
  expect(isTimeZone(name)).toBe(is);
});

test('each time zone is offered once, and works', () => {
  const zones = listTimeZones();

  expect(new Set(zones).size).toBe(zones.length);
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
});

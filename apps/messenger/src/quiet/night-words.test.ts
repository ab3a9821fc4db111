import { expect, test } from 'vitest';
import { nightTime } from './night-words.ts';

test.each([
  [21, 59, null],
  [22, 0, '22:00'],
  [2, 0, '02:00'],
  [6, 59, '06:59'],
  [7, 0, null],
])('at %d:%d it is, where it is night, %j', (hour, minute, words) => {
  expect(nightTime('UTC', Date.UTC(2026, 0, 5, hour, minute), 'en-GB')).toBe(words);
});

test.each(['', 'Mars/Olympus_Mons'])('nobody knows the time in %j', (timeZone) => {
  expect(nightTime(timeZone, Date.UTC(2026, 0, 5, 2), 'en-GB')).toBeNull();
});

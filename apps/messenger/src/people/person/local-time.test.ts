import { expect, test } from 'vitest';
import { localTime } from './local-time.ts';

const nowMs = Date.UTC(2026, 0, 15, 2, 12);

test.each([
  ['Europe/Berlin', '03:12'],
  ['Asia/Kathmandu', '07:57'],
  ['UTC', '02:12'],
  ['', null],
  ['Middle-earth/Shire', null],
  ['<b>', null],
])('in %j it is %s', (timeZone, time) => {
  expect(localTime(timeZone, nowMs, 'en-GB')).toBe(time);
});

import { expect, test } from 'vitest';
import { lastSeenText } from './last-seen.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const nowMs = Date.UTC(2026, 5, 20, 12);

test.each([
  { agoMs: 0, says: 'Active now' },
  { agoMs: -hourMs, says: 'Active now' },
  { agoMs: 5 * minuteMs - 1, says: 'Active now' },
  { agoMs: 5 * minuteMs, says: 'Active 5 minutes ago' },
  { agoMs: hourMs - 1, says: 'Active 59 minutes ago' },
  { agoMs: hourMs, says: 'Active 1 hour ago' },
  { agoMs: dayMs - 1, says: 'Active 23 hours ago' },
  { agoMs: dayMs, says: 'Active yesterday' },
  { agoMs: 14 * dayMs - 1, says: 'Active 13 days ago' },
  { agoMs: 30 * dayMs, says: 'Active on May 21, 2026' },
])('$agoMs ms ago is “$says”', ({ agoMs, says }) => {
  expect(lastSeenText(nowMs - agoMs, nowMs, 'en-US')).toBe(says);
});

test('a device that never came back after signing in says so', () => {
  expect(lastSeenText(null, nowMs)).toBe('Not used yet');
});

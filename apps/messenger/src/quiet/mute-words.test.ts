import { expect, test } from 'vitest';
import { mutedWords, untilWords } from './mute-words.ts';

const HOUR_MS = 3_600_000;
const now = new Date(2026, 0, 5, 13, 5).getTime();

test.each([
  [HOUR_MS, '14:05'],
  [24 * HOUR_MS, '13:05'],
  [7 * 24 * HOUR_MS, 'Monday 12 January at 13:05'],
])('in %d ms is until %s', (ms, words) => {
  expect(untilWords(now + ms, now, 'en-GB')).toBe(words);
});

test.each([
  [{ untilMs: null, mentions: true }, 'Muted. Mentions still notify.'],
  [{ untilMs: now + HOUR_MS, mentions: false }, 'Muted until 14:05. Nothing notifies.'],
])('%j is said as: %s', (mute, words) => {
  expect(mutedWords(mute, now, 'en-GB')).toBe(words);
});

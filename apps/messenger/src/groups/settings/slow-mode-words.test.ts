import { expect, test } from 'vitest';
import { countdown, slowModeOptions } from './slow-mode-words.ts';

test.each([
  [24_000, '0:24'],
  [23_001, '0:24'],
  [1, '0:01'],
  [0, '0:00'],
  [-5, '0:00'],
  [60_000, '1:00'],
  [3_600_000, '1:00:00'],
  [21_545_000, '5:59:05'],
])('%i ms is %s', (leftMs, words) => {
  expect(countdown(leftMs)).toBe(words);
});

test('what another client chose stands among the choices', () => {
  expect(slowModeOptions(30).map(({ value }) => value)).toContain('30');
  expect(slowModeOptions(45).map(({ value }) => value)).toEqual([
    '0',
    '10',
    '30',
    '45',
    '60',
    '300',
    '900',
    '3600',
    '21600',
  ]);
  expect(slowModeOptions(30)).toHaveLength(8);
});

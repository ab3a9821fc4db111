import { expect, test } from 'vitest';
import { leftText } from './left-text.ts';

test.each([
  [180_000, '3:00'],
  [179_999, '3:00'],
  [125_000, '2:05'],
  [59_001, '1:00'],
  [1, '0:01'],
  [0, '0:00'],
  [-5_000, '0:00'],
])('%i ms are %s', (leftMs, text) => {
  expect(leftText(leftMs)).toBe(text);
});

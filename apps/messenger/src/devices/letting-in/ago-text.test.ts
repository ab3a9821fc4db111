import { expect, test } from 'vitest';
import { agoText } from './ago-text.ts';

test.each([
  [-60_000, 'just now'],
  [0, 'just now'],
  [4_999, 'just now'],
  [5_000, '5 seconds ago'],
  [59_999, '59 seconds ago'],
  [60_000, '1 minute ago'],
  [179_000, '2 minutes ago'],
])('%i ms ago is “%s”', (agoMs, text) => {
  expect(agoText(agoMs, 'en')).toBe(text);
});

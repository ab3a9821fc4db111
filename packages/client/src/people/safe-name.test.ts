import { expect, test } from 'vitest';
import { safeName } from './safe-name.ts';

test.each([
  ['  Mira ', 'Mira'],
  ['Mira\u202Esanoj', 'Mirasanoj'],
  ['Mira\nSotto: your code is', 'MiraSotto: your code is'],
  ['\u2067\u0000', ''],
  ['مِيرا', 'مِيرا'],
  ['👩‍👧', '👩‍👧'],
  [7, ''],
  [undefined, ''],
])('%j is shown as %j', (name, shown) => {
  expect(safeName(name)).toBe(shown);
});

test('a name as long as a message is cut', () => {
  expect(safeName('a'.repeat(256))).toHaveLength(256);
  expect(safeName('a'.repeat(257))).toHaveLength(256);
});

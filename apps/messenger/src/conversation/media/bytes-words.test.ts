import { expect, test } from 'vitest';
import { bytesWords } from './bytes-words.ts';

test.each([
  [0, '0 bytes'],
  [812, '812 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1440, '1.4 kB'],
  [9_949, '9.9 kB'],
  [9_950, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [52_428_800, '52 MB'],
  [10_000_000_000, '10 GB'],
  [5e15, '5000 TB'],
  [-1, '0 bytes'],
])('%d is %s', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words);
});

import { expect, test } from 'vitest';
import { codeInHash, linkAddress } from './link-address.ts';

test('the code is where no server sees it, and is found there again', () => {
  const address = new URL(linkAddress('https://sotto.example', '7KMP2XQA'));

  expect(address.pathname + address.search).toBe('/link');
  expect(codeInHash(address.hash)).toBe('7KMP-2XQA');
});

test.each(['', '#', '#detail', '#7KMP-2XQ', '#7KMP2XQ%41'])('%s holds no code', (hash) => {
  expect(codeInHash(hash)).toBe('');
});

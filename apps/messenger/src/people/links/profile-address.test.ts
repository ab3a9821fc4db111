import { expect, test } from 'vitest';
import { profileAddress, shortAddress } from './profile-address.ts';

test.each([
  ['@mira', 'https://sotto.example/u/mira', 'sotto.example/u/mira'],
  [
    '@noor:elsewhere.example:8448',
    'https://sotto.example/u/noor%3Aelsewhere.example%3A8448',
    'sotto.example/u/noor:elsewhere.example:8448',
  ],
  ['@a/b', 'https://sotto.example/u/a%2Fb', 'sotto.example/u/a/b'],
])('%s is at %s', (handle, address, short) => {
  expect(profileAddress('https://sotto.example', { handle })).toBe(address);
  expect(shortAddress(address)).toBe(short);
});

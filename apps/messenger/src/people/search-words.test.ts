import { expect, test } from 'vitest';
import type { Person } from '@sotto/client';
import { handleIn, matchesWords, mergePeople, names } from './search-words.ts';

function person(name: string): Person {
  // SAFETY: merging only compares user ids.
  const userId = `@${name}:sotto.example` as Person['userId'];
  return { userId, handle: `@${name}`, displayName: name, avatar: null };
}
const [noor, mira, jonas] = [person('noor'), person('mira'), person('jonas')];

test.each([
  ['mira', '@mira'],
  ['@mira', '@mira'],
  ['  @Mira ', '@mira'],
  ['@mira.o-k_7', '@mira.o-k_7'],
  ['@mira:elsewhere.example:8448', '@mira:elsewhere.example:8448'],
  ['mira okafor', null],
  ['@', null],
  ['', null],
  ['@mira:', null],
  ['mira@example.org', null],
])('the handle in %j is %s', (query, handle) => {
  expect(handleIn(query)).toBe(handle);
});

test.each([
  ['mir', true],
  ['okafor mira', true],
  ['MIRA', true],
  ['@mi', true],
  ['zoe', true],
  ['ira', false],
  ['mira jonas', false],
])('%j among Mira Okafor and Zoë: %s', (query, found) => {
  expect(matchesWords(['Mira Okafor', '@mira', 'Zoë'], query)).toBe(found);
});

test.each([
  ['mira', true],
  ['@Mira ', true],
  ['@mira:sotto.example', true],
  ['zoe okafor', true],
  ['Okafor', true],
  ['zo', false],
  ['@mir', false],
  ['@okafor', false],
  ['mira jonas', false],
])('%j names Zoë Okafor, @mira: %s', (query, named) => {
  expect(names({ ...mira, displayName: 'Zoë Okafor' }, query)).toBe(named);
});

test('people come once, the exact match first, and never the reader', () => {
  expect(mergePeople(jonas, [noor, mira, jonas, mira], noor)).toEqual([jonas, mira]);
  expect(mergePeople(null, [mira], noor)).toEqual([mira]);
  expect(mergePeople(noor, [], noor)).toEqual([]);
});

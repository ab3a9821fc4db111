import { CONTACT_LINK_LABEL_MAX } from '@sotto/protocol';
import { expect, test } from 'vitest';
import type { ContactLink } from '@sotto/client';
import { expiresMsOf, isSpent, LABEL_LENGTH_MAX, linkWords } from './link-words.ts';

const nowMs = 1_000_000;
const plain: ContactLink = {
  token: 't',
  address: 'https://sotto.example/hi/t',
  label: 'Card',
  createdMs: 0,
  uses: 0,
  usesMax: null,
  expiresMs: null,
};

test.each<[Partial<ContactLink>, string, boolean]>([
  [{}, 'Not used yet', false],
  [{ uses: 1 }, 'Used by 1 person', false],
  [{ uses: 2 }, 'Used by 2 people', false],
  [{ uses: 2, usesMax: 3 }, 'Used 2 of 3', false],
  [{ uses: 3, usesMax: 3 }, 'Used up: 3 of 3', true],
  [{ expiresMs: nowMs + 1 }, 'Not used yet · works until 1000001', false],
  [{ expiresMs: nowMs }, 'Expired 1000000', true],
  [{ uses: 1, usesMax: 1, expiresMs: nowMs }, 'Used up: 1 of 1', true],
])('%j is told as “%s”', (change, words, spent) => {
  const link = { ...plain, ...change };

  expect(linkWords(link, nowMs, String)).toBe(words);
  expect(isSpent(link, nowMs)).toBe(spent);
});

test('a link lasts as long as was chosen', () => {
  expect(expiresMsOf('day', nowMs)).toBe(nowMs + 86_400_000);
  expect(expiresMsOf('ever', nowMs)).toBeNull();
});

test('a label is as long as the server takes it', () => {
  expect(LABEL_LENGTH_MAX).toBe(CONTACT_LINK_LABEL_MAX);
});

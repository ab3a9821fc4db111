import { expect, test } from 'vitest';
import { acceptWords } from './accept-words.ts';

const shared = { sharePresence: true, sendTyping: true, sendReadReceipts: true };
const nothing = { sharePresence: false, sendTyping: false, sendReadReceipts: false };
const plain = (words: string) => words.replaceAll(/[\u2068\u2069]/g, '');

test.each([
  {
    name: 'Noor',
    kind: 'direct',
    preferences: shared,
    words:
      'Noor is told nothing until you accept. Accepting lets them write to you and see when you are active, when you are typing and what you have read.',
  },
  {
    name: 'Noor',
    kind: 'direct',
    preferences: { ...nothing, sendReadReceipts: true },
    words:
      'Noor is told nothing until you accept. Accepting lets them write to you and see what you have read.',
  },
  {
    name: 'Noor',
    kind: 'group',
    preferences: nothing,
    words:
      'Noor is told nothing until you accept. Accepting lets everyone in the group write to you.',
  },
  {
    name: 'Noor',
    kind: 'community',
    preferences: { ...nothing, sharePresence: true },
    words:
      'Noor is told nothing until you accept. Accepting lets everyone in the community see that you are in it and when you are active.',
  },
  {
    name: 'Noor',
    kind: 'community',
    preferences: nothing,
    words:
      'Noor is told nothing until you accept. Accepting lets everyone in the community see that you are in it.',
  },
  {
    name: null,
    kind: 'direct',
    preferences: nothing,
    words: 'They are told nothing until you accept. Accepting lets them write to you.',
  },
] as const)('$words', ({ name, kind, preferences, words }) => {
  expect(plain(acceptWords(name, kind, preferences))).toBe(words);
});

test('a name that turns the direction of text cannot turn the words around it', () => {
  expect(acceptWords('\u202eNoor', 'direct', nothing)).toMatch(/^\u2068Noor\u2069 is told/);
});

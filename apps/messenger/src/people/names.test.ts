import { describe, expect, test } from 'vitest';
import type { Person } from '@sotto/client';
import { isolated, nameOf, namesInWords, privacyWords, typingWords } from './names.ts';

function person(displayName: string, handle = '@someone'): Person {
  // SAFETY: words never look at user ids.
  return { userId: handle as Person['userId'], handle, displayName, avatar: null };
}
const mira = person('Mira');
const jonas = person('Jonas');
const noor = person('Noor');
const ines = person('Ines');

/** Without the invisible marks that keep a name's direction to itself. */
const seen = (words: string | null) => words?.replaceAll(/[\u2068\u2069]/g, '') ?? null;

test('a name cannot turn the direction of the sentence it stands in', () => {
  expect(isolated('evil\u2069\u202etxt')).toBe('\u2068eviltxt\u2069');
  expect(namesInWords([mira, person('נועה')])).toBe('\u2068Mira\u2069 and \u2068נועה\u2069');
});

test('someone without a name is called by the handle', () => {
  expect(nameOf(person('  ', '@mira'))).toBe('@mira');
});

test.each([
  [[], ''],
  [[mira], 'Mira'],
  [[mira, jonas], 'Mira and Jonas'],
  [[mira, jonas, noor], 'Mira, Jonas and Noor'],
  [[mira, jonas, noor, ines], 'Mira, Jonas and 2 others'],
])('names of %j', (people, words) => {
  expect(seen(namesInWords(people))).toBe(words);
});

describe('typing', () => {
  test.each([
    [[], 'direct', null],
    [[mira], 'direct', 'typing…'],
    [[mira], 'group', 'Mira is typing…'],
    [[mira, jonas], 'group', 'Mira and Jonas are typing…'],
    [[mira, jonas, noor], 'group', '3 people are typing…'],
  ] as const)('%j in a %s conversation', (people, kind, words) => {
    expect(seen(typingWords(people, kind))).toBe(words);
  });
});

describe('who can read this', () => {
  test.each([
    [[], 'Only you can read this.'],
    [[mira], 'Only you and Mira can read this.'],
    [[mira, jonas], 'Only you, Mira and Jonas can read this.'],
    [[mira, jonas, noor], 'Only you, Mira, Jonas and Noor can read this.'],
    [[mira, jonas, noor, ines], 'Only the 5 people in this conversation can read this.'],
  ])('with %j', (others, words) => {
    expect(seen(privacyWords(others))).toBe(words);
  });
});

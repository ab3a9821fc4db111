import type { Person } from '@sotto/client';
import { expect, test } from 'vitest';
import { awaitWords } from './await-words.ts';

// SAFETY: that there is somebody is all that is looked at.
const jonas = { displayName: 'Jonas' } as Person;
const direct = { title: 'Jonas', person: jonas };

test('with nothing left one is told whose answer is awaited', () => {
  expect(awaitWords({ ...direct, requestMessagesLeft: 0 })).toBe(
    'You can write more once \u2068Jonas\u2069 accepts.',
  );
  expect(awaitWords({ title: 'Book club', person: null, requestMessagesLeft: 0 })).toBe(
    'You can write more once somebody accepts.',
  );
});

test('with something left, or no limit at all, one can write', () => {
  expect(awaitWords({ ...direct, requestMessagesLeft: 1 })).toBeNull();
  expect(awaitWords({ ...direct, requestMessagesLeft: null })).toBeNull();
});

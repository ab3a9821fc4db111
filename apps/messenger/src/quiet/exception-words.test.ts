import type { QuietState, VisibilityExceptions } from '@sotto/client';
import type { RoomId, UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import {
  conversationWords,
  exceptionIds,
  exceptionOf,
  personWords,
  seenInWords,
  seenOf,
} from './exception-words.ts';

const mira = '@mira:sotto.test' as UserId;
const jonas = '@jonas:sotto.test' as UserId;
const room = '!room' as RoomId;

function exceptions<Id extends string>(
  change: Partial<VisibilityExceptions<Id>> = {},
): VisibilityExceptions<Id> {
  const none = new Map<Id, boolean>();
  return { receipts: none, typing: none, presence: none, last_seen: none, ...change };
}

const state: QuietState = {
  hours: null,
  quietNow: false,
  mutedPeople: [],
  people: exceptions<UserId>({
    receipts: new Map([[mira, false]]),
    typing: new Map([[mira, false]]),
    last_seen: new Map([[mira, true]]),
  }),
  conversations: exceptions<RoomId>({ receipts: new Map([[room, true]]) }),
  reach: new Map([[jonas, 'ignore']]),
};

test('what is another than in settings is said, and nothing else', () => {
  expect(personWords(state, mira)).toBe('Shown: last active. Hidden: read receipts, typing.');
  expect(personWords(state, jonas)).toBe('First message: ignored silently.');
  expect(personWords(state, '@noor:sotto.test' as UserId)).toBe('');
  expect(conversationWords(state, room)).toBe('Shown: read receipts.');
  expect(seenInWords(state, '!other' as RoomId)).toBe('As in settings.');
});

test('everybody one makes an exception for is listed once', () => {
  expect(exceptionIds(state)).toEqual({ people: [jonas, mira], conversations: [room] });
});

test.each([
  [undefined, 'settings', null],
  [true, 'yes', true],
  [false, 'no', false],
] as const)('%j is chosen as %s', (exception, seen, kept) => {
  expect(seenOf(exception)).toBe(seen);
  expect(exceptionOf(seen)).toBe(kept);
});

import type { Contact } from '@sotto/client';
import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { peopleWorthImitating, relationOf, senderOf } from './acquaintance.ts';

const DAY_MS = 86_400_000;
const nowMs = Date.UTC(2026, 10, 22);
// SAFETY: it has the form of one.
const userId = '@mira:example.org' as UserId;
const mira: Contact = {
  person: { userId, handle: '@mira', displayName: 'Mimi', ownName: 'Mira', avatar: null },
  contact: true,
  follows: false,
  followsMe: false,
  linkLabel: null,
};
const since = (days: number, byThem = true) => ({ byThem, sinceMs: nowMs - days * DAY_MS });

test.each([
  { says: 'who is no contact', contacts: [], beginning: since(400), relation: 'new' },
  {
    says: 'I only follow',
    contacts: [{ ...mira, contact: false }],
    beginning: since(400),
    relation: 'new',
  },
  { says: 'who came a moment ago', contacts: [mira], beginning: since(0), relation: 'new' },
  { says: 'who came 13 days ago', contacts: [mira], beginning: since(13), relation: 'new' },
  { says: 'who came 14 days ago', contacts: [mira], beginning: since(14), relation: 'contact' },
  { says: 'I wrote to first', contacts: [mira], beginning: since(0, false), relation: 'contact' },
  { says: 'met in a group', contacts: [mira], beginning: null, relation: 'contact' },
] as const)('somebody $says is: $relation', ({ contacts, beginning, relation }) => {
  expect(relationOf({ userId }, contacts, { beginning, nowMs })).toBe(relation);
});

test('others can pose as a contact by either name, and as nobody I only follow', () => {
  const followed = { ...mira, contact: false };

  expect(peopleWorthImitating([mira, followed])).toEqual([
    { userId, names: ['Mimi', 'Mira'], photo: null, photoHash: null },
  ]);
});

test('a picture goes with what it looks like, once it was looked at', () => {
  const person = { ...mira.person, avatar: 'mxc://example.org/mira' };
  const hashes = new Map([['mxc://example.org/mira', '0123456789abcdef']]);

  expect(senderOf(person, 'new').photoHash).toBeNull();
  expect(senderOf(person, 'new', hashes).photoHash).toBe('0123456789abcdef');
  expect(peopleWorthImitating([{ ...mira, person }], hashes)).toMatchObject([
    { photo: 'mxc://example.org/mira', photoHash: '0123456789abcdef' },
  ]);
});

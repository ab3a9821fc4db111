import type { PersonCard } from '@sotto/client';
import { expect, test } from 'vitest';
import { factsOf } from './fact-words.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const nowMs = Date.UTC(2026, 10, 22, 9);
const reader = {
  nowMs,
  dayNumber: (ms: number) => Math.floor(ms / DAY_MS),
  month: (ms: number) => `month ${new Date(ms).getUTCMonth() + 1}`,
};
const known: PersonCard = {
  business: false,
  contact: false,
  follows: false,
  followsMe: false,
  linkLabel: null,
  accountCreatedMs: Date.UTC(2024, 2, 3),
  mutualGroups: 0,
  mutualContacts: 1,
  nameChangedMs: null,
  photoChangedMs: null,
  keysChangedMs: null,
};
const receivedAtMs = nowMs - HOUR_MS;
const textsOf = (change: Partial<PersonCard>) =>
  factsOf({ card: { ...known, ...change }, receivedAtMs }, reader).map(({ text }) =>
    text.replaceAll(/[\u2068\u2069]/g, ''),
  );

test('before the server has said anything there is nothing to say', () => {
  expect(factsOf({ card: null, receivedAtMs }, reader)).toEqual([]);
});

test.each<[Partial<PersonCard>, string]>([
  [{}, 'On Sotto since month 3'],
  [{ accountCreatedMs: Date.UTC(2026, 10, 22) }, 'Joined Sotto today'],
  [{ accountCreatedMs: Date.UTC(2026, 10, 21) }, 'Joined Sotto yesterday'],
  [{ accountCreatedMs: Date.UTC(2026, 9, 24) }, 'Joined Sotto 29 days ago'],
  [{ accountCreatedMs: Date.UTC(2026, 9, 23) }, 'On Sotto since month 10'],
  [{ mutualContacts: 1 }, 'One of your contacts knows them'],
  [{ mutualContacts: 3 }, '3 of your contacts know them'],
  [{ mutualGroups: 1 }, 'One group in common'],
  [{ mutualGroups: 2 }, '2 groups in common'],
  [{ mutualContacts: 0 }, 'No contacts or groups in common'],
  [{ business: true }, 'Business'],
  [{ followsMe: true }, 'Follows you'],
  [{ follows: true }, 'You follow them'],
  [{ follows: true, followsMe: true }, 'You follow each other'],
  [{ contact: true }, 'One of your contacts'],
  [{ linkLabel: 'Conference card' }, 'Came through your link “Conference card”'],
  [{ photoChangedMs: nowMs - 2 * DAY_MS }, 'Their photo changed 2 days ago'],
  [{ keysChangedMs: nowMs - DAY_MS }, 'Their identity changed yesterday'],
  [{ nameChangedMs: nowMs - 30 * DAY_MS }, 'Changed their name 30 days ago'],
])('%j is told as “%s”', (change, text) => {
  expect(textsOf(change)).toContain(text);
});

test('a change that lies longer back is not worth a word', () => {
  expect(textsOf({ nameChangedMs: nowMs - 31 * DAY_MS })).toEqual(textsOf({}));
});

test('a name changed after writing is a caution, and stands first', () => {
  const card = { ...known, nameChangedMs: receivedAtMs + 1 };

  const [first] = factsOf({ card, receivedAtMs }, reader);

  expect(first).toEqual({
    key: 'name',
    tone: 'caution',
    text: 'Changed their name after writing to you',
  });
});

test('a name changed just before writing is none', () => {
  const card = { ...known, nameChangedMs: receivedAtMs };

  expect(factsOf({ card, receivedAtMs }, reader).every(({ tone }) => tone === 'plain')).toBe(true);
});

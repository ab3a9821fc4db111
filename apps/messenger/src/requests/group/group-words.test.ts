import type { GroupOffer, Person } from '@sotto/client';
import { expect, test } from 'vitest';
import { groupFactsOf, readableWords, sizeWords } from './group-words.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 2, 4, 12);
const reader = {
  nowMs: NOW_MS,
  dayNumber: (ms: number) => Math.floor(ms / DAY_MS),
  day: (ms: number) => new Date(ms).toISOString().slice(0, 10),
};

const person = (displayName: string): Person => ({
  // SAFETY: nothing here looks at ids.
  userId: `@${displayName}` as Person['userId'],
  handle: `@${displayName}`,
  displayName,
  avatar: null,
});

const group: GroupOffer = {
  avatar: null,
  description: '',
  memberCount: 4,
  known: [],
  readable: { share: 'none' },
};

test.each<[GroupOffer['readable'], string | null]>([
  [{ share: 'none' }, 'You will see messages from this invitation on'],
  [{ share: 'joined' }, 'You will see messages from when you join on'],
  [{ share: 'since', since_ts: NOW_MS - 3_600_000 }, 'You will see messages from today on'],
  [{ share: 'since', since_ts: NOW_MS - 2 * DAY_MS }, 'You will see messages from 2026-03-02 on'],
  [{ share: 'since', since_ts: 0 }, 'You will see all messages from before'],
  [
    { share: 'last', count: 50 },
    'You will see the last 50 messages before this invitation, and what came after',
  ],
  [
    { share: 'last', count: 1 },
    'You will see the last message before this invitation, and what came after',
  ],
  [{ share: 'all' }, 'You will see all messages from before'],
  [null, null],
])('%j reads “%s”', (readable, words) => {
  expect(readableWords(readable, reader)).toBe(words);
});

test.each([
  [null, 'Group'],
  [1, 'Group · 1 person'],
  [4, 'Group · 4 people'],
])('%s members read “%s”', (memberCount, words) => {
  expect(sizeWords({ group: { ...group, memberCount }, community: null })).toBe(words);
});

test.each([
  [null, null, 'Community'],
  [1, 1, 'Community · 1 person · 1 channel'],
  [213, 5, 'Community · 213 people · 5 channels'],
  [2, null, 'Community · 2 people'],
])('%s people and %s channels read “%s”', (memberCount, channelCount, words) => {
  const community = { approval: false, channelCount };
  expect(sizeWords({ group: { ...group, memberCount }, community })).toBe(words);
});

test.each([
  [false, 'People come by invitation or a link'],
  [true, 'Whoever comes by a link is let in by staff'],
])('a community says how people come in, and nothing of messages of its own', (approval, words) => {
  const facts = groupFactsOf({ group, community: { approval, channelCount: 2 } }, reader);

  expect(facts.map(({ text }) => text)).toEqual([
    'Nobody there is one of your contacts',
    'You will read channels from when you join them',
    words,
  ]);
});

test.each([
  [['Noor'], 'You know \u2068Noor\u2069 there'],
  [['Noor', 'Lena'], 'You know \u2068Noor\u2069 and \u2068Lena\u2069 there'],
  [['A', 'B', 'C', 'D'], 'You know \u2068A\u2069, \u2068B\u2069 and 2 others there'],
  [[], 'Nobody there is one of your contacts'],
])('knowing %j of them reads “%s”', (names, words) => {
  const [first] = groupFactsOf(
    { group: { ...group, known: names.map(person) }, community: null },
    reader,
  );

  expect(first?.text).toBe(words);
});

test('before the server has answered it says nothing of who is there', () => {
  const facts = groupFactsOf(
    { group: { ...group, memberCount: null, readable: null }, community: null },
    reader,
  );

  expect(facts).toEqual([]);
});

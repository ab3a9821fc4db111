import type { Person } from '@sotto/client';
import type { UserId } from '@sotto/protocol';
import { REPORT_CATEGORIES } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { queueWords, reportCounts, reporterWords } from './moderation/moderation-words.ts';
import { aboutWords, categories, categoryLabel, saidIn, stateWords } from './report-words.ts';

const mira: Person = {
  userId: '@mira:sotto.test' as UserId,
  handle: '@mira',
  displayName: 'Mira',
  avatar: null,
};

test('every category the server knows can be chosen, and no other', () => {
  expect(categories.map(({ value }) => value).toSorted()).toEqual(REPORT_CATEGORIES.toSorted());
  expect(categoryLabel('child_safety')).toBe('A child is in danger');
});

test.each([
  { words: { kind: 'text', text: 'Hello' }, said: 'Hello' },
  { words: { kind: 'photo', text: 'The fjord' }, said: 'Photo: The fjord' },
  { words: { kind: 'file', text: '' }, said: 'File' },
  { words: { kind: 'unknown', text: '' }, said: 'Message' },
] as const)('what a message said is shown as $said', ({ words, said }) => {
  expect(saidIn(words)).toBe(said);
});

test.each([
  { report: { state: 'open', outcome: null }, words: 'Waiting for a moderator' },
  { report: { state: 'appealed', outcome: 'acted' }, words: 'Being looked at again' },
  { report: { state: 'closed', outcome: 'acted' }, words: 'Something was done' },
  { report: { state: 'closed', outcome: 'dismissed' }, words: 'Nothing was done' },
] as const)('a report is in the state of: $words', ({ report, words }) => {
  expect(stateWords(report)).toBe(words);
});

test('a report says whom it is about, if anybody', () => {
  expect(aboutWords({ kind: 'message', person: mira })).toBe('A message from \u2068Mira\u2069');
  expect(aboutWords({ kind: 'conversation', person: null })).toBe('A conversation');
  expect(aboutWords({ kind: 'person', person: null })).toBe('A person');
});

test('the queue says how much of a report is proven', () => {
  const row = {
    id: 'x',
    category: 'spam',
    state: 'open',
    createdMs: 0,
    userId: mira.userId,
  } as const;

  expect(queueWords({ ...row, kind: 'message', messages: 1, proven: 1 })).toBe(
    '@mira · 1 message, proven',
  );
  expect(queueWords({ ...row, kind: 'message', messages: 3, proven: 1 })).toBe(
    '@mira · 3 messages, 1 proven',
  );
  expect(queueWords({ ...row, kind: 'person', messages: 0, proven: 0 })).toBe('@mira · the person');
});

test('counts are said in words', () => {
  const subject = {
    person: mira,
    accountCreatedMs: 0,
    suspended: false,
    limitedUntilMs: null,
    reports: 4,
    reporters: 2,
    open: 3,
    history: [],
  };

  expect(reportCounts(subject)).toBe('4 reports by 2 people, 3 of them open');
  expect(reporterWords({ acted: 0, dismissed: 0 })).toContain('no earlier reports');
  expect(reporterWords({ acted: 2, dismissed: 1 })).toContain(
    '2 led to something and 1 to nothing',
  );
});

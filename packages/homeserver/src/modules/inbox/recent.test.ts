import { expect, test } from 'vitest';
import type { LoggedEntry } from './entry.ts';
import { RecentEntries } from './recent.ts';

const settingAt = (seq: number): LoggedEntry => ({
  kind: 'account_data',
  roomKey: null,
  subject: 'org.example.theme',
  seq,
});

test('a head is known once it was read, and rises with what is added', () => {
  const recent = new RecentEntries();
  expect(recent.headOf(1)).toBeNull();

  recent.learnHead(1, { head: 3, compacted: 0 });
  recent.add(1, [settingAt(4), settingAt(5)]);

  expect(recent.headOf(1)).toEqual({ head: 5, compacted: 0 });
});

test('what was read before a commit, and learned after it, does not take the head back', () => {
  const recent = new RecentEntries();

  recent.add(1, [settingAt(4)]);
  recent.learnHead(1, { head: 3, compacted: 2 });

  expect(recent.headOf(1)).toEqual({ head: 4, compacted: 2 });
});

test('entries are found only if none before them is missing', () => {
  const recent = new RecentEntries();

  recent.add(1, [settingAt(4), settingAt(5)]);

  expect(recent.find(1, { after: 3, upTo: 5 })).toEqual([settingAt(4), settingAt(5)]);
  expect(recent.find(1, { after: 4, upTo: 5 })).toEqual([settingAt(5)]);
  expect(recent.find(1, { after: 2, upTo: 5 })).toBeNull();
});

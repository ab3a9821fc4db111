import { describe, expect, test } from 'vitest';
import { bans } from './tidy/bans.ts';
import { checks, texts } from './tidy/checks.ts';
import { findBroken } from './tidy/find-broken.ts';
import { compareWithLedger, listLedgerChecks } from './tidy/ledger.ts';
import { listTablesUsed, readTableOwners } from './tidy/table-owners.ts';

test.each(checks)('$name: $say', (check) => {
  expect(compareWithLedger(check.name, check.find())).toEqual([]);
});

test('the ledger speaks of checks there are', () => {
  const names = new Set(checks.map(({ name }) => name));

  expect(listLedgerChecks().filter((name) => !names.has(name))).toEqual([]);
});

test('there is something to check', () => {
  expect(texts.size).toBeGreaterThan(300);
  expect(readTableOwners().get('event')).toBe('rooms');
});

describe.each(bans)('the ban "$name"', (ban) => {
  test('finds what is wrong and leaves alone what is right', () => {
    expect(ban.find.test(ban.wrong)).toBe(true);
    expect(ban.find.test(ban.right)).toBe(false);
  });
});

test('a SAFETY comment lifts only the bans that ask for one', () => {
  const text = ['// SAFETY: escaped above.', 'new RegExp(word);', 'Date.now();'].join('\n');
  const path = 'packages/kit/src/x.ts';

  const broken = bans.flatMap((ban) => findBroken(ban, path, text));

  expect(broken).toEqual(['packages/kit/src/x.ts:3']);
});

test('the tables of a query are seen in the builder and in raw SQL', () => {
  const text = "db.selectFrom('event').innerJoin('room', 'a', 'b'); sql`select 1 from inbox_entry`";

  expect(listTablesUsed(text)).toEqual(['event', 'room', 'inbox_entry']);
});

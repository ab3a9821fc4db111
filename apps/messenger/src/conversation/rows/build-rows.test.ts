import { describe, expect, test } from 'vitest';
import type { Message, Notice, Person, Timeline, TimelineItem } from '@sotto/client';
import { buildRows, planRows, type Row } from './build-rows.ts';
import { needsNames } from './many-people.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Noon of some day in UTC. */
const NOON_MS = 20_000 * DAY_MS + DAY_MS / 2;

function person(name: string): Person {
  // SAFETY: rows only compare user ids.
  const userId = `@${name}:sotto.example` as Person['userId'];
  return { userId, handle: `@${name}`, displayName: name, avatar: null };
}
const me = person('noor');
const mira = person('mira');
const jonas = person('jonas');

function message(key: string, sender: Person, sentAtMs: number): Message {
  return {
    kind: 'message',
    key,
    eventId: null,
    sender,
    mine: sender === me,
    sentAtMs,
    body: { kind: 'text', text: key, onlyEmoji: false },
    delivery: null,
    progress: null,
  };
}

function notice(key: string, sentAtMs: number): Notice {
  return { kind: 'notice', key, sentAtMs, text: `${key} happened` };
}

function rowsOf(items: readonly TimelineItem[], more: Partial<Timeline> & { many?: boolean } = {}) {
  const { many = false, ...timeline } = more;
  return buildRows(
    { items, firstUnreadKey: null, older: 'available', ...timeline },
    { manyPeople: many, dayNumber: (ms) => Math.floor(ms / DAY_MS) },
  );
}

/** `[a` begins a group, `a]` ends one. */
function sketch(rows: readonly Row[]): string {
  return rows
    .map((row) => {
      if (row.kind === 'sender') return `<${row.person.displayName}>`;
      if (row.kind !== 'message') return row.kind;
      return `${row.joinsAbove ? '' : '['}${row.key}${row.joinsBelow ? '' : ']'}`;
    })
    .join(' ');
}

describe('grouping', () => {
  test('messages of one person within three minutes stand together', () => {
    const rows = rowsOf([
      message('a', mira, NOON_MS),
      message('b', mira, NOON_MS + 3 * MINUTE_MS),
      message('c', mira, NOON_MS + 6 * MINUTE_MS + 1),
      message('d', me, NOON_MS + 6 * MINUTE_MS + 2),
    ]);

    expect(sketch(rows)).toBe('[a b] [c] [d]');
  });

  test('a notice, a new day and the unread line each end a group', () => {
    const midnight = NOON_MS + DAY_MS / 2;
    const items = [
      message('a', mira, NOON_MS),
      notice('joined', NOON_MS + 1),
      message('b', mira, midnight - 2),
      message('c', mira, midnight - 1),
      message('d', mira, midnight),
    ];

    const rows = rowsOf(items, { firstUnreadKey: 'c' });

    expect(sketch(rows)).toBe('[a] notice [b] unread [c] day [d]');
  });

  test('a message that failed ends a group, for its choices stand below it', () => {
    const failed = { ...message('a', me, NOON_MS), delivery: 'failed' } as const;

    expect(sketch(rowsOf([failed, message('b', me, NOON_MS + 1)]))).toBe('[a] [b]');
  });

  test('only where many people talk does a group carry a name, and never my own', () => {
    const items = [
      message('a', mira, NOON_MS),
      message('b', me, NOON_MS + 1),
      message('c', jonas, NOON_MS + 2),
      message('d', jonas, NOON_MS + 3),
    ];

    expect(sketch(rowsOf(items, { older: 'none', many: true }))).toBe(
      'start day <mira> [a] [b] <jonas> [c d]',
    );
    expect(sketch(rowsOf(items, { older: 'none' }))).toBe('start day [a] [b] [c d]');
  });
});

describe('whether names are needed', () => {
  const mine = message('a', me, NOON_MS);
  const ofMira = message('b', mira, NOON_MS);
  const ofJonas = message('c', jonas, NOON_MS);

  test.each([
    ['a group always', 'group', [], true],
    ['two people never', 'direct', [mine, ofMira, notice('n', NOON_MS), ofMira], false],
    ['two people of whom a third has left', 'direct', [ofJonas, mine, ofMira], true],
  ] as const)('%s', (_says, kind, items, needed) => {
    expect(needsNames(kind, items)).toBe(needed);
  });
});

describe('days', () => {
  test('a message dated before the one above it opens no day again', () => {
    const rows = rowsOf(
      [
        message('a', mira, NOON_MS),
        message('b', me, NOON_MS + DAY_MS),
        message('c', mira, NOON_MS),
        message('d', me, NOON_MS + DAY_MS),
      ],
      { older: 'none' },
    );

    expect(sketch(rows)).toBe('start day [a] day [b] [c] [d]');
  });

  test('keys are never used twice', () => {
    const rows = rowsOf(
      [message('a', mira, NOON_MS), notice('n', NOON_MS), message('b', mira, NOON_MS + DAY_MS)],
      { older: 'none', many: true, firstUnreadKey: 'b' },
    );

    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });
});

describe('older messages arriving above', () => {
  const newer = [
    message('c', jonas, NOON_MS),
    message('d', jonas, NOON_MS + 1),
    message('e', me, NOON_MS + DAY_MS),
  ];

  test.each([
    ['of the same person and day', [message('b', jonas, NOON_MS - 1)], 'available'],
    ['of another person', [message('b', mira, NOON_MS - 1)], 'available'],
    ['of another day', [message('b', jonas, NOON_MS - DAY_MS)], 'available'],
    ['that are the very first', [message('b', mira, NOON_MS - DAY_MS)], 'none'],
  ] as const)('%s leave every row already shown in place', (_says, before, older) => {
    const shown = rowsOf(newer, { many: true });

    const plan = planRows(shown, rowsOf([...before, ...newer], { many: true, older }));

    expect(plan.prepends).toBe(true);
    expect(plan.incomplete).toBe(false);
    expect(plan.rows.slice(-shown.length).map((row) => row.key)).toEqual(
      shown.map((row) => row.key),
    );
  });

  test('together with a new message below are shown in two steps', () => {
    const shown = rowsOf(newer);
    const next = rowsOf([
      message('b', mira, NOON_MS - DAY_MS),
      ...newer,
      message('f', mira, NOON_MS + DAY_MS + 1),
    ]);

    const first = planRows(shown, next);
    const second = planRows(first.rows, next);

    expect(sketch(first.rows)).toBe('[b] day [c d] day [e]');
    expect(first).toMatchObject({ prepends: true, incomplete: true });
    expect(second).toEqual({ rows: next, prepends: false, incomplete: false });
  });

  test('a new message alone is no prepend, nor is the first load', () => {
    const shown = rowsOf(newer);
    const next = rowsOf([...newer, message('f', mira, NOON_MS + DAY_MS + 1)]);

    expect(planRows(shown, next)).toEqual({ rows: next, prepends: false, incomplete: false });
    expect(planRows([], next)).toEqual({ rows: next, prepends: false, incomplete: false });
    expect(planRows(next, next)).toEqual({ rows: next, prepends: false, incomplete: false });
  });
});

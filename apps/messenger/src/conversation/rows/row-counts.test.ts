import { expect, test } from 'vitest';
import type { Delivery, Message, Person } from '@sotto/client';
import type { Row } from './build-rows.ts';
import { countArrived, isMyNewMessage } from './row-counts.ts';

// SAFETY: counting never looks at user ids.
const userId = '@mira:sotto.example' as Person['userId'];
const sender: Person = { userId, handle: '@mira', displayName: 'Mira', avatar: null };

function row(key: string, mine = false, delivery: Delivery | null = null): Row {
  const message: Message = {
    kind: 'message',
    key,
    eventId: null,
    sender,
    mine,
    sentAtMs: 0,
    body: { kind: 'text', text: key, onlyEmoji: false },
    delivery,
    progress: null,
  };
  return { kind: 'message', key, message, joinsAbove: false, joinsBelow: false };
}
const day: Row = { kind: 'day', key: 'day', atMs: 0 };
const rows = [row('a'), row('b'), day, row('c'), row('d', true), row('e')];

test.each([
  ['nothing is below the last row', 'a', 'e', { arrived: 0, seenKey: 'e' }],
  ['only messages of others count', 'b', 'b', { arrived: 2, seenKey: 'b' }],
  ['what was seen before stays seen after scrolling up', 'd', 'a', { arrived: 1, seenKey: 'd' }],
  ['scrolling down sees more', 'a', 'c', { arrived: 1, seenKey: 'c' }],
  ['nothing visible yet changes nothing', 'c', undefined, { arrived: 1, seenKey: 'c' }],
  ['a seen row that is gone leaves what is visible', 'gone', 'c', { arrived: 1, seenKey: 'c' }],
] as const)('%s', (_says, seenKey, lowestKey, counted) => {
  expect(countArrived(rows, seenKey, lowestKey)).toEqual(counted);
});

test('only a message of mine that has just been added brings me to the end', () => {
  const sending = row('f', true, 'sending');

  expect(isMyNewMessage(rows, sending)).toBe(true);
  expect(isMyNewMessage(rows, row('f', true, 'waiting'))).toBe(true);
  expect(isMyNewMessage([...rows, sending], sending)).toBe(false);
  expect(isMyNewMessage(rows, row('f', true, 'sent'))).toBe(false);
  expect(isMyNewMessage(rows, row('f'))).toBe(false);
  expect(isMyNewMessage(rows, day)).toBe(false);
});

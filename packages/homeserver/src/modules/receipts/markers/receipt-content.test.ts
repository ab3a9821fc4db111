import type { EventId, UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { receiptContent } from './receipt-content.ts';
import type { Receipt } from './receipt-store.ts';

const mira = '@mira:sotto.test' as UserId;
const jonas = '@jonas:sotto.test' as UserId;

function receipt(given: Partial<Receipt>): Receipt {
  const eventId = '$one' as EventId;
  return {
    userId: mira,
    type: 'm.read',
    threadId: null,
    eventId,
    position: 1,
    sentMs: 7,
    ...given,
  };
}

test('without receipts there is nothing to say', () => {
  expect(receiptContent([])).toBeNull();
});

test('receipts are sorted by event, kind and person', () => {
  const content = receiptContent([
    receipt({}),
    receipt({ userId: jonas, threadId: 'main', sentMs: 8 }),
    receipt({ type: 'm.read.private', eventId: '$two' as EventId, threadId: '$root' as EventId }),
  ]);

  expect(content).toEqual({
    $one: { 'm.read': { [mira]: { ts: 7 }, [jonas]: { ts: 8, thread_id: 'main' } } },
    $two: { 'm.read.private': { [mira]: { ts: 7, thread_id: '$root' } } },
  });
});

test('of several receipts of one person at one event, the one that covers most is shown', () => {
  const whole = receipt({ sentMs: 1 });
  const main = receipt({ threadId: 'main', sentMs: 2 });
  const thread = receipt({ threadId: '$root' as EventId, sentMs: 3 });

  const shown = [
    [thread, whole, main],
    [main, thread, whole],
    [thread, main],
    [main, thread],
  ].map((receipts) => receiptContent(receipts));

  const wholeRoom = { $one: { 'm.read': { [mira]: { ts: 1 } } } };
  const mainOnly = { $one: { 'm.read': { [mira]: { ts: 2, thread_id: 'main' } } } };
  expect(shown).toEqual([wholeRoom, wholeRoom, mainOnly, mainOnly]);
});

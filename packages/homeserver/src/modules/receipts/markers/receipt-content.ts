import type { JsonObject } from '@sotto/protocol';
import type { Receipt } from './receipt-store.ts';

interface Shown {
  [eventId: string]: { [type: string]: { [userId: string]: { ts: number; thread_id?: string } } };
}

/**
 * The content of an `m.receipt` event, or null if there is nothing to say. It has room for one
 * receipt per event, type and person, so the one that says most is shown: a receipt for the whole
 * room covers the main timeline and every thread up to the same event.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#mreceipt
 */
export function receiptContent(receipts: readonly Receipt[]): JsonObject | null {
  if (receipts.length === 0) return null;
  const shown: Shown = {};
  for (const { eventId, type, userId, threadId, sentMs } of receipts) {
    const readers = ((shown[eventId] ??= {})[type] ??= {});
    const already = readers[userId];
    if (already && weightOf(already.thread_id ?? null) >= weightOf(threadId)) continue;
    readers[userId] = { ts: sentMs, ...(threadId !== null && { thread_id: threadId }) };
  }
  return shown;
}

function weightOf(threadId: string | null): number {
  if (threadId === null) return 2;
  return threadId === 'main' ? 1 : 0;
}

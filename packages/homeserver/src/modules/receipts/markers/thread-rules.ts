import { isJsonObject, ownValue, type EventId, type JsonObject } from '@sotto/protocol';
import { refuse } from '../errors.ts';

/** A receipt speaks of the main timeline, of one thread by its root, or (null) of the whole room. */
export type ThreadId = 'main' | EventId | null;

/** An event, as far as threads go. */
export interface ThreadedEvent {
  readonly eventId: EventId;
  readonly content: JsonObject;
}

/** The specification's number of relations to follow from an event to its thread. */
const HOPS_MAX = 3;

/** Reads the `thread_id` of a receipt. */
export function parseThreadId(value: unknown): ThreadId {
  if (value === undefined) return null;
  if (typeof value !== 'string' || value === '' || value.length > 255) {
    throw refuse('receipt_thread_invalid', 'The thread of a receipt is "main" or an event id.');
  }
  // SAFETY: any other text is no root of any event's thread, and is refused when that is looked up.
  return value as ThreadId;
}

/**
 * Throws unless the event belongs to the thread. A root counts in the main timeline and in its own
 * thread: whoever opens a thread without replies has read it. Only a direct relation keeps an event
 * out of the main timeline, because a client may not know the thread of what a reaction reacts to.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#threaded-read-receipts
 */
export async function checkInThread(
  event: ThreadedEvent,
  threadId: ThreadId,
  find: (eventId: EventId) => Promise<ThreadedEvent | null>,
): Promise<void> {
  if (threadId === null) return;
  const belongs =
    threadId === 'main'
      ? relationOf(event)?.type !== 'm.thread'
      : await isInThread(event, threadId, find);
  if (!belongs) throw refuse('receipt_thread_invalid', 'The message is not part of this thread.');
}

async function isInThread(
  event: ThreadedEvent,
  rootId: EventId,
  find: (eventId: EventId) => Promise<ThreadedEvent | null>,
): Promise<boolean> {
  if (event.eventId === rootId) return true;
  let current: ThreadedEvent | null = event;
  for (let hop = 0; hop < HOPS_MAX && current; hop += 1) {
    const relation = relationOf(current);
    if (!relation) return false;
    if (relation.type === 'm.thread') return relation.eventId === rootId;
    // What relates to a root in another way belongs to the main timeline, as the root does.
    if (relation.eventId === rootId) return false;
    current = await find(relation.eventId);
  }
  return false;
}

function relationOf({ content }: ThreadedEvent): { type: string; eventId: EventId } | null {
  const relation = ownValue(content, 'm.relates_to');
  if (!isJsonObject(relation)) return null;
  const type = ownValue(relation, 'rel_type');
  const eventId = ownValue(relation, 'event_id');
  if (typeof type !== 'string' || typeof eventId !== 'string') return null;
  // SAFETY: only looked up; what is no event id finds nothing.
  return { type, eventId: eventId as EventId };
}

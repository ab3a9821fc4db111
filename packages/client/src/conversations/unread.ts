import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { readBody } from '../timeline/message-body.ts';
import { loadedEvents } from '../timeline/timeline-chain.ts';

function isMessage(event: MatrixEvent): boolean {
  const body = readBody(event);
  return body !== null && body.kind !== 'removed';
}

/**
 * The messages of others since the newest event this account has read, oldest first. What the
 * server counts says nothing here: it cannot tell a message from an edit in an encrypted room.
 */
export function unreadMessages(room: Room, me: string): readonly MatrixEvent[] {
  const readUpTo = room.getEventReadUpTo(me);
  const events = loadedEvents(room);
  const unread: MatrixEvent[] = [];
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (!event || event.getId() === readUpTo) break;
    if (event.getSender() !== me && isMessage(event)) unread.push(event);
  }
  return unread.reverse();
}

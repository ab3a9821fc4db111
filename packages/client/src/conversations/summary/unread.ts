import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { readBody } from '../../timeline/message-body.ts';
import { loadedEvents } from '../../timeline/timeline-chain.ts';

function isMessage(event: MatrixEvent): boolean {
  const body = readBody(event);
  return body !== null && body.kind !== 'removed';
}

/** A change of what I am in the conversation: invited, joined, renamed. */
function isMyMembership(event: MatrixEvent | undefined, me: string): boolean {
  return event?.getType() === 'm.room.member' && event.getStateKey() === me;
}

/**
 * What I have read up to. The SDK takes whatever I do for reading; joining is not, or what was
 * written with a request would never be new.
 */
function readUpTo(room: Room, me: string): string | null {
  const eventId = room.getEventReadUpTo(me);
  if (eventId === null || !isMyMembership(room.findEventById(eventId), me)) return eventId;
  return room.getEventReadUpTo(me, true);
}

/** Where my part in the conversation begins: nothing before it was ever new to me. */
function isMyBeginning(event: MatrixEvent, me: string): boolean {
  if (!isMyMembership(event, me)) return false;
  const before = event.getPrevContent()['membership'];
  const now = event.getContent()['membership'];
  return now === 'invite' || (now === 'join' && before !== 'invite' && before !== 'join');
}

/**
 * The messages of others since the newest event this account has read, or since it was invited,
 * oldest first. What the server counts says nothing here: it cannot tell a message from an edit in
 * an encrypted room.
 */
export function unreadMessages(room: Room, me: string): readonly MatrixEvent[] {
  const readId = readUpTo(room, me);
  const events = loadedEvents(room);
  const unread: MatrixEvent[] = [];
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (!event || event.getId() === readId || isMyBeginning(event, me)) break;
    if (!isMessage(event)) continue;
    // Whoever answers has read what stands above.
    if (event.getSender() === me) break;
    unread.push(event);
  }
  return unread.reverse();
}

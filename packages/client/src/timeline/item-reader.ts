import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { invariant } from '@sotto/kit';
import type { EventId, UserId } from '@sotto/protocol';
import type { People } from '../people/people.ts';
import { SILENT } from '../conversations/quiet/quiet-marks.ts';
import { isolated } from '../people/safe-name.ts';
import type { TimelineItem } from '../types/index.ts';
import { isUnopened, readBody } from './message-body.ts';
import type { noticeText } from './notices/notice-text.ts';

/** The key of an event: its transaction id where this device sent it, as its local echo had. */
export function keyOf(event: MatrixEvent): string {
  const key = event.getUnsigned().transaction_id ?? event.getId();
  invariant(key !== undefined, 'an event in a timeline has an id');
  return key;
}

/** Whether I am a moderator or above. */
function looksAfter(room: Room, me: string): boolean {
  return (room.getMember(me)?.powerLevel ?? 0) >= 50;
}

/** Turns events of one room into timeline items. */
export interface ItemReader {
  /**
   * Null for an event that has no place of its own in a timeline, or not yet. `earlier`: the events before it,
   * the newest first.
   */
  read(event: MatrixEvent, earlier: Iterable<MatrixEvent>): TimelineItem | null;
}

export function createItemReader(
  room: Room,
  me: UserId,
  people: People,
  {
    notices,
    doubtful,
  }: {
    /** What writes notices; nothing while it is being loaded. */
    notices: () => typeof noticeText | null;
    /** Messages nobody could prove. */
    doubtful: { get(): ReadonlySet<EventId> };
  },
): ItemReader {
  const nameOf = (userId: string): string =>
    // SAFETY: senders and members are named by their full Matrix id.
    isolated(people.inRoom(userId as UserId, room).displayName);

  // Some who are there may not be loaded, and those who left are no longer counted.
  const betweenTwo = () =>
    Math.max(room.getInvitedAndJoinedMemberCount(), room.getMembers().length) <= 2;

  const creation = () => room.currentState.getStateEvents('m.room.create', '');

  function readMessage(event: MatrixEvent): TimelineItem | null {
    const body = readBody(event);
    if (!body) return null;
    // SAFETY: as above.
    const sender = event.getSender() as UserId;
    if (room.client.isUserIgnored(sender)) return null;
    const mine = sender === me;
    // SAFETY: an event in a timeline has the id the server gave it.
    const eventId = event.getId() as EventId;
    return {
      kind: 'message',
      key: keyOf(event),
      eventId,
      sender: people.inRoom(sender, room),
      mine,
      sentAtMs: event.getTs(),
      body,
      delivery: mine ? 'sent' : null,
      progress: null,
      silent: event.getContent()[SILENT] === true,
      ...(doubtful.get().has(eventId) && { doubtful: true }),
    };
  }

  return {
    read(event, earlier) {
      if (isUnopened(event)) return null;
      if (!event.isState()) return readMessage(event);
      const reader = { me, nameOf, betweenTwo: betweenTwo(), looksAfter: looksAfter(room, me) };
      const text = notices()?.(event, reader, creation(), earlier) ?? null;
      if (text === null) return null;
      return { kind: 'notice', key: keyOf(event), sentAtMs: event.getTs(), text };
    },
  };
}

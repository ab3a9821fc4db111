import type { UserId } from '@sotto/protocol';
import type { Delivery, Notify } from '../../inbox/index.ts';
import type { RoomView } from './room-view.ts';
import type { StoredEvent } from './stored-event.ts';

/** Decides whether an event counts as unread for one person, by that person's push rules. */
export type NotifyOf = (event: StoredEvent, room: RoomView, recipient: UserId) => Notify;

/**
 * Who is told of an event: everyone joined once it has happened, and whoever it is about, so that the
 * invited learn of the invitation and the removed of their removal. Nobody who has no part in the room
 * is told of being kept out of it: that would only be a way to reach them.
 */
export function fanOut(
  event: StoredEvent,
  { before, room, notifyOf }: { before: RoomView | null; room: RoomView; notifyOf: NotifyOf },
): Delivery[] {
  const joined = room.membersWith('join');
  // A request or a change of names shows by itself; what counts as unread is what was said.
  const counts = event.type !== 'm.room.member';
  const about = event.type === 'm.room.member' ? (event.stateKey as UserId) : null;
  const isTold = about !== null && !joined.includes(about) && concerns(about, before, room);
  // What is written while nobody has accepted is part of the request that the invited read.
  const asked = counts && joined.length === 1 ? room.membersWith('invite') : [];
  const recipients = isTold ? [...joined, about] : [...joined, ...asked];
  const isSilent = (userId: UserId) =>
    !counts || userId === event.sender || room.membershipOf(userId) !== 'join';
  return recipients.map((userId) => ({
    userId,
    entry: {
      kind: 'event',
      roomKey: event.roomKey,
      position: event.position,
      notify: isSilent(userId) ? 0 : notifyOf(event, room, userId),
    },
  }));
}

function concerns(userId: UserId, before: RoomView | null, after: RoomView): boolean {
  return [before, after].some((room) => {
    const membership = room?.membershipOf(userId) ?? 'leave';
    return membership !== 'leave' && membership !== 'ban';
  });
}

import { serverNameOf, type UserId } from '../ids.ts';
import { membershipOf } from './membership.ts';
import { actionLevel, notificationLevel, powerLevelOf, requiredLevel } from './power-levels.ts';
import type { RoomStateView } from './room-state-view.ts';

/** Whether a member's level is enough for this type of event, as a message or as state. */
export function canSend(
  userId: UserId,
  event: { readonly type: string; readonly isState: boolean },
  state: RoomStateView,
): boolean {
  return isJoined(userId, state) && powerLevelOf(userId, state) >= requiredLevel(event, state);
}

/**
 * Whether a user may ask for an event to be redacted: their own with the level to send a redaction,
 * anyone else's with the redact level as well.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3roomsroomidredacteventidtxnid
 */
export function canRedact(userId: UserId, author: UserId, state: RoomStateView): boolean {
  if (!canSend(userId, { type: 'm.room.redaction', isState: false }, state)) return false;
  return userId === author || powerLevelOf(userId, state) >= actionLevel('redact', state);
}

/**
 * Whether an accepted redaction takes effect. Servers vouch for their own people, so a redaction
 * from the author's server counts whoever there sent it; `canRedact` decides what a server lets out.
 *
 * @see https://spec.matrix.org/v1.19/rooms/v12/#handling-redactions
 */
export function doesRedactionApply(
  redactor: UserId,
  author: UserId,
  state: RoomStateView,
): boolean {
  return (
    serverNameOf(redactor) === serverNameOf(author) ||
    powerLevelOf(redactor, state) >= actionLevel('redact', state)
  );
}

/** Whether a member may invite people. */
export function canInvite(userId: UserId, state: RoomStateView): boolean {
  return isJoined(userId, state) && powerLevelOf(userId, state) >= actionLevel('invite', state);
}

/** Whether a member may notify everyone in this way; `room` is for `@room`. */
export function canNotify(userId: UserId, key: string, state: RoomStateView): boolean {
  return isJoined(userId, state) && powerLevelOf(userId, state) >= notificationLevel(key, state);
}

function isJoined(userId: UserId, state: RoomStateView): boolean {
  return membershipOf(userId, state) === 'join';
}

import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { GROUP_LINK_FIELD, HISTORY_FIELD } from '@sotto/protocol';

/** Somebody who is in at once is so in the same step of the server; slow clocks aside. */
const AT_ONCE_MS = 5_000;
/** As many people are added in one step. */
const ADDED_MAX = 100;

function isMembership(event: MatrixEvent, membership: string): boolean {
  return event.getType() === 'm.room.member' && event.getContent()['membership'] === membership;
}

/** Whether the line of this invitation already tells of somebody who comes in. */
function saysThatTheyCome(invitation: MatrixEvent): boolean {
  const content = invitation.getContent();
  if (content[GROUP_LINK_FIELD] === true) return false;
  return HISTORY_FIELD in content || invitation.getPrevContent()['membership'] === 'knock';
}

/**
 * Whether this join says nothing new: whoever was added, or let in, was in at once, and nothing but others who
 * were added with them stands between. `earlier`: the events before it, the newest first.
 */
export function isSaidByInvitation(join: MatrixEvent, earlier: Iterable<MatrixEvent>): boolean {
  if (join.getPrevContent()['membership'] !== 'invite') return false;
  let looked = 0;
  for (const event of earlier) {
    looked += 1;
    const isInvitation = isMembership(event, 'invite');
    if (!isInvitation && !isMembership(event, 'join')) return false;
    if (looked > 2 * ADDED_MAX || join.getTs() - event.getTs() > AT_ONCE_MS) return false;
    if (isInvitation && event.getStateKey() === join.getStateKey()) return saysThatTheyCome(event);
  }
  return false;
}

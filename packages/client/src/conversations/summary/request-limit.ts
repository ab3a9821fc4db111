import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import { loadedEvents } from '../../timeline/timeline-chain.ts';

/** What the server takes before somebody accepts: see `docs/reference/requests.md`. */
const MESSAGES_MAX = 3;

function isInvitation(event: MatrixEvent): boolean {
  return event.getType() === 'm.room.member' && event.getContent()['membership'] === 'invite';
}

/** As the server counts: whatever I wrote, also what I unsent. */
function counts(event: MatrixEvent, me: string): boolean {
  const isMine = event.getSender() === me && !event.isState();
  return isMine && event.getWireType() !== 'm.room.redaction';
}

/** How much I may still write before somebody accepts; null where somebody has. */
export function requestMessagesLeft(
  room: Room,
  me: string,
  entries: readonly OutboxEntry[],
): number | null {
  if (room.getJoinedMemberCount() !== 1 || room.getInvitedMemberCount() === 0) return null;
  // Whatever is counted here, the server has said that nothing is left.
  if (entries.some(({ stage, record }) => stage === 'failed' && record.awaitsAcceptance)) return 0;
  const events = loadedEvents(room);
  const since = events.slice(events.findLastIndex(isInvitation) + 1);
  const returned = new Set(since.map((event) => event.getUnsigned().transaction_id));
  const written = since.filter((event) => counts(event, me)).length;
  const leaving = entries.filter(
    ({ record, stage }) => stage !== 'failed' && !returned.has(record.key),
  ).length;
  return Math.max(0, MESSAGES_MAX - written - leaving);
}

import type { IRoomEvent } from 'matrix-js-sdk/lib/sync-accumulator.js';
import { Direction } from 'matrix-js-sdk/lib/models/event-timeline.js';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { HistoryChoice, RoomId } from '@sotto/protocol';

/** As many events as the server gives at once. */
const PAGE = 250;

type Sharing = Extract<HistoryChoice, { readonly share: 'since' | 'last' }>;
/** What of an event decides whether its key is shared. */
export type ScannedEvent = Pick<IRoomEvent, 'type' | 'content' | 'origin_server_ts'> & {
  readonly state_key?: string;
};

function isMessage({ type, content, state_key: stateKey }: ScannedEvent): boolean {
  if (stateKey !== undefined) return false;
  const relation: unknown = content['m.relates_to'];
  // SAFETY: only asked for a field, which may be anything.
  const kind = (relation as { rel_type?: unknown } | null | undefined)?.rel_type;
  if (kind === 'm.annotation' || kind === 'm.replace') return false;
  return type === 'm.room.message' || (type === 'm.room.encrypted' && 'ciphertext' in content);
}

/**
 * Gathers the sessions of what a newcomer may read, from the newest event back. `take` says whether to
 * go on. What does not count as a message, such as a reaction or what was unsent, only makes it reach a
 * little further back than the server does: a key too many opens nothing, a key too few would.
 */
export function createSessionGatherer(choice: Sharing): {
  readonly sessionIds: ReadonlySet<string>;
  take(event: ScannedEvent): boolean;
} {
  const sessionIds = new Set<string>();
  let messages = 0;
  return {
    sessionIds,
    take(event) {
      if (choice.share === 'since' && event.origin_server_ts < choice.since_ts) return false;
      const sessionId: unknown = event.content['session_id'];
      if (event.type === 'm.room.encrypted' && typeof sessionId === 'string') {
        sessionIds.add(sessionId);
      }
      if (isMessage(event)) messages += 1;
      return choice.share === 'since' || messages < choice.count;
    },
  };
}

/** The sessions of everything in a room that somebody who is given this much may read. */
export async function findSessionsToShare(
  client: MatrixClient,
  roomId: RoomId,
  choice: Sharing,
): Promise<ReadonlySet<string>> {
  const gatherer = createSessionGatherer(choice);
  let from: string | null = null;
  for (;;) {
    const page = await client.createMessagesRequest(roomId, from, PAGE, Direction.Backward);
    for (const event of page.chunk) if (!gatherer.take(event)) return gatherer.sessionIds;
    if (!page.end || page.chunk.length === 0) return gatherer.sessionIds;
    from = page.end;
  }
}

import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { isUnopened } from './message-body.ts';
import { isGapClosed, loadedEvents, oldestStretch } from './timeline-chain.ts';

/** One page when scrolling back; one page when closing a gap. */
const PAGE_EVENTS = 40;
/** A longer absence than this many pages starts a fresh view instead of closing the gap. */
const GAP_PAGES_MAX = 6;

/** Tries to decrypt every loaded event that nobody has tried yet. Never throws. */
export async function openLoadedEvents(client: MatrixClient, room: Room): Promise<void> {
  const unopened = loadedEvents(room).filter(isUnopened);
  await Promise.allSettled(unopened.map((event) => client.decryptEventIfNeeded(event)));
}

/** Loads a page of older events, decrypted as far as they can be. */
export async function loadPage(client: MatrixClient, room: Room): Promise<void> {
  const stretch = oldestStretch(room);
  if (!stretch) return;
  await client.paginateEventTimeline(stretch, { backwards: true, limit: PAGE_EVENTS });
  await openLoadedEvents(client, room);
}

/** Loads what was missed in a long absence, up to what was there before. Never throws. */
export async function loadGap(client: MatrixClient, room: Room): Promise<void> {
  try {
    for (let page = 0; page < GAP_PAGES_MAX; page += 1) {
      if (isGapClosed(room) || !oldestStretch(room)) return;
      await loadPage(client, room);
    }
  } catch {
    // NOTE: what could be loaded is shown; scrolling back tries again.
  }
}

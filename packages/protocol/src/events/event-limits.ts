import { refusalsOf } from '@sotto/kit';
import { ID_BYTES_MAX } from '../ids.ts';
import { fitsUtf8 } from '../json/utf8-length.ts';
import type { EventTemplate } from './pdu.ts';

/** The largest event, in bytes of canonical JSON with its signatures. */
export const EVENT_BYTES_MAX = 65_536;
/** The longest `prev_events`. */
export const PREV_EVENTS_MAX = 20;
/** The longest `auth_events`. */
export const AUTH_EVENTS_MAX = 10;
/** The largest depth; a room that reaches it stays there. */
export const DEPTH_MAX = Number.MAX_SAFE_INTEGER;

/**
 * Why an event cannot exist in any room:
 * - `event_too_large`: it, its type or its state key is over the size limit (`M_TOO_LARGE`).
 * - `event_malformed`: it is not an event of room version 12 (`M_BAD_JSON`).
 */
export type EventFormatRefusal = 'event_too_large' | 'event_malformed';

export const refuseEvent = refusalsOf<EventFormatRefusal>();

/**
 * Refuses an event whose fields or whole are over the published limits. `json` is its canonical form.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#size-limits
 */
export function checkEventSize(
  event: Pick<EventTemplate, 'type' | 'state_key'>,
  json: string,
): void {
  if (!fitsUtf8(event.type, ID_BYTES_MAX)) {
    throw refuseEvent('event_too_large', `An event type has at most ${ID_BYTES_MAX} bytes.`);
  }
  if (event.state_key !== undefined && !fitsUtf8(event.state_key, ID_BYTES_MAX)) {
    throw refuseEvent('event_too_large', `A state key has at most ${ID_BYTES_MAX} bytes.`);
  }
  if (!fitsUtf8(json, EVENT_BYTES_MAX)) {
    throw refuseEvent('event_too_large', `An event has at most ${EVENT_BYTES_MAX} bytes.`);
  }
}

/** The depth of an event that follows these: one more than the deepest, held at the maximum. */
export function depthAfter(prevDepths: readonly number[]): number {
  let deepest = 0;
  for (const depth of prevDepths) deepest = Math.max(deepest, depth);
  return Math.min(deepest + 1, DEPTH_MAX);
}

import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { loadedEvents } from '../timeline/timeline-chain.ts';

/** See `docs/reference/conversations/groups.md`. */
const TYPE = 'app.sotto.slow_mode';
const MODERATOR = 50;

/** When slow mode lets me write again, by this device's clock; null if I need not wait for it. */
export function writeAgainMs(room: Room, me: string): number | null {
  const setting = room.currentState.getStateEvents(TYPE, '');
  const seconds: unknown = setting?.getContent()['seconds'];
  if (!setting || typeof seconds !== 'number' || seconds <= 0) return null;
  if ((room.getMember(me)?.powerLevel ?? 0) >= MODERATOR) return null;
  const last = loadedEvents(room).findLast(
    (event) =>
      event.getSender() === me &&
      !event.isState() &&
      !event.isRelation('m.annotation') &&
      !event.isRelation('m.replace'),
  );
  // What was written before it was turned on does not count. The SDK knows by its age when a message
  // was sent, whatever the server's clock shows.
  const counts = last !== undefined && last.getTs() >= setting.getTs();
  return counts ? last.localTimestamp + seconds * 1_000 : null;
}

import type { EventTimeline } from 'matrix-js-sdk/lib/models/event-timeline.js';
import { Direction } from 'matrix-js-sdk/lib/models/event-timeline.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';

/** The loaded stretches that join up to the live one, oldest first. */
function chainOf(room: Room): readonly EventTimeline[] {
  const chain: EventTimeline[] = [];
  let timeline: EventTimeline | null = room.getLiveTimeline();
  while (timeline && !chain.includes(timeline)) {
    chain.unshift(timeline);
    timeline = timeline.getNeighbouringTimeline(Direction.Backward);
  }
  return chain;
}

/** All loaded events without a gap up to now, oldest first. */
export function loadedEvents(room: Room): readonly MatrixEvent[] {
  const chain = chainOf(room);
  const [only] = chain;
  return chain.length === 1 && only ? only.getEvents() : chain.flatMap((part) => part.getEvents());
}

/** The stretch to extend when older events are wanted; null when nothing is older. */
export function oldestStretch(room: Room): EventTimeline | null {
  const oldest = chainOf(room)[0] ?? null;
  return oldest?.getPaginationToken(Direction.Backward) ? oldest : null;
}

/** Whether the events since a long absence join up to the ones from before it. */
export function isGapClosed(room: Room): boolean {
  return room.getLiveTimeline().getNeighbouringTimeline(Direction.Backward) !== null;
}

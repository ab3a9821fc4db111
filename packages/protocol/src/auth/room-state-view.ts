import type { EventId, UserId } from '../ids.ts';
import type { JsonObject } from '../json/json-value.ts';

/** What the rules need to know of one state event. */
export interface StateEntry {
  readonly eventId: EventId;
  readonly sender: UserId;
  readonly content: JsonObject;
}

/** A room's state, as the rules read it. Whoever holds the state decides how it is kept. */
export interface RoomStateView {
  get(type: string, stateKey: string): StateEntry | undefined;
}

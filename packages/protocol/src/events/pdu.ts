import type { EventId, RoomId, UserId } from '../ids.ts';
import type { JsonObject } from '../json/json-value.ts';
import type { Signatures } from '../signing/sign-json.ts';

/**
 * An event as it is stored and federated in room version 12. Its id is not among the fields: it is
 * the hash of the others.
 *
 * @see https://spec.matrix.org/v1.19/rooms/v12/#event-format
 */
export interface Pdu extends EventTemplate {
  readonly hashes: { readonly sha256: string };
  readonly signatures: Signatures;
  /** What the origin server adds beside the signed event. */
  readonly unsigned?: JsonObject;
}

/** Everything a person or server decides about an event; hashing and signing make it a `Pdu`. */
export interface EventTemplate {
  readonly type: string;
  /** Present, even if empty, on state events only. */
  readonly state_key?: string;
  /** Absent on `m.room.create` only: that event's own id becomes the room's. */
  readonly room_id?: RoomId;
  readonly sender: UserId;
  readonly content: JsonObject;
  readonly origin_server_ts: number;
  readonly depth: number;
  readonly prev_events: readonly EventId[];
  readonly auth_events: readonly EventId[];
}

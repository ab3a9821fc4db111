import type { Awaitable } from '@sotto/kit';
import type { EventId, JsonObject, RoomId, UserId } from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import type { RoomView } from './room-view.ts';
import type { StoredEvent } from './stored-event.ts';

/** An event somebody wants in a room. The writer adds everything else. */
export interface Draft {
  readonly type: string;
  /** Only on state. */
  readonly stateKey?: string;
  readonly sender: UserId;
  readonly content: JsonObject;
}

/**
 * One append: events that enter a room's log together or not at all.
 */
export interface Append {
  /** Null creates a room; its first draft is then the create event. */
  readonly roomId: RoomId | null;
  /**
   * Says what to append, given the room as it is at the very moment of appending. Throws a refusal if
   * it may not be; an empty list appends nothing. May be asked again after a lost race.
   */
  readonly plan: (room: RoomView | null) => readonly Draft[];
  /** Makes a repeated send the same send. */
  readonly once?: { readonly deviceId: string; readonly txnId: string };
  /** What else commits with it. A refusal thrown here refuses the append. */
  readonly alongside?: (txn: Txn, appended: Appended, find: FindView) => Promise<void>;
  /** What is appended to other rooms with it. */
  readonly follow?: FollowUp;
}

/** A room as it is at this moment of a transaction, with what was appended before; null if there is none. */
export type FindView = (roomId: RoomId) => Awaitable<RoomView | null>;

/**
 * What else the transaction appends, in order. Each entry lists one append in several ways; the first way
 * that is not refused is taken, and what is refused in every way is left out.
 */
export type FollowUp = (
  txn: Txn,
  appended: Appended,
  find: FindView,
) => Promise<readonly (readonly Append[])[]>;

export interface Appended {
  readonly roomId: RoomId;
  /** Of what was asked for, in order, and of what a gate added after it. */
  readonly eventIds: readonly EventId[];
  /** Empty if a repeated send had already appended them. */
  readonly events: readonly StoredEvent[];
  /** The room afterwards. */
  readonly view: RoomView;
}

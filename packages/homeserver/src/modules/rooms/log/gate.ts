import type { Txn } from '../../../storage/index.ts';
import type { Appended, Draft } from './append.ts';
import type { RoomView } from './room-view.ts';

/** What other modules have to say about an append, whichever request it comes from. */
export interface RoomGate {
  /**
   * Asked before the events are built, in their transaction; must not write. Throws a refusal if they
   * may not be; null if it is none of its business. `room` is null for one that is being created.
   */
  admit(txn: Txn, room: RoomView | null, drafts: readonly Draft[]): Promise<Admission | null>;
}

export interface Admission {
  /** What is appended with them. */
  readonly extra: readonly Draft[];
  /** What else is written with them. Must not refuse: it comes last. */
  onAppended(txn: Txn, appended: Appended): Promise<void>;
}

import type { Txn } from '../../../storage/index.ts';
import type { Append, Appended, Draft, FindView, FollowUp } from './append.ts';
import type { RoomView } from './room-view.ts';

/** What other modules have to say about an append, whichever request it comes from. */
export interface RoomGate {
  /**
   * Asked before the events are built, in their transaction; must not write. Throws a refusal if they
   * may not be; null if it is none of its business. `room` is null for one that is being created.
   */
  admit(
    txn: Txn,
    room: RoomView | null,
    drafts: readonly Draft[],
    find: FindView,
  ): Promise<Admission | null>;
}

export interface Admission {
  /** What is appended ahead of them. */
  readonly before?: readonly Draft[];
  /** What is appended with them, after them. */
  readonly extra?: readonly Draft[];
  /** What else is written with them. Must not refuse: it comes last. */
  onAppended?(txn: Txn, appended: Appended): Promise<void>;
  /** What other rooms are given with them. */
  readonly follow?: FollowUp;
}

/** Gates one behind the other: all have to admit an append, and what each adds is added. */
export function gatesInTurn(gates: readonly RoomGate[]): RoomGate {
  return {
    async admit(txn, room, drafts, find) {
      const admissions: Admission[] = [];
      for (const gate of gates) {
        const admission = await gate.admit(txn, room, drafts, find);
        if (admission) admissions.push(admission);
      }
      const [first, ...more] = admissions;
      if (!first || more.length === 0) return first ?? null;
      return {
        before: admissions.flatMap(({ before = [] }) => before),
        extra: admissions.flatMap(({ extra = [] }) => extra),
        async onAppended(inTxn, appended) {
          for (const admission of admissions) await admission.onAppended?.(inTxn, appended);
        },
        async follow(inTxn, appended, findNow) {
          const all: (readonly Append[])[] = [];
          for (const { follow } of admissions) {
            if (follow) all.push(...(await follow(inTxn, appended, findNow)));
          }
          return all;
        },
      };
    },
  };
}

import { BoundedMap } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { RoomKey } from '../../inbox/index.ts';
import type { StateEvent } from '../../rooms/index.ts';

const ROOMS_REMEMBERED_MAX = 20_000;

/**
 * Which membership events each device has been sent, so that lazy loading need not repeat them.
 * Forgetting costs a repetition only. A membership counts as sent once its response was acknowledged.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#lazy-loading-room-members
 */
export class MembersSent {
  readonly #sent = new BoundedMap<string, Map<string, number>>(ROOMS_REMEMBERED_MAX);

  /** Leaves out what this device has, and remembers the rest as part of the response `nextBatch`. */
  take(to: Recipient, members: readonly StateEvent[], nextBatch: number): StateEvent[] {
    const key = `${to.userId} ${to.deviceId} ${to.roomKey}`;
    const known = (to.since === null ? null : this.#sent.get(key)) ?? new Map<string, number>();
    this.#sent.set(key, known);
    return members.filter((member) => {
      const sentAt = known.get(member.eventId);
      if (sentAt !== undefined && to.since !== null && sentAt <= to.since) return false;
      known.set(member.eventId, nextBatch);
      return true;
    });
  }
}

export interface Recipient {
  readonly userId: UserId;
  readonly deviceId: string;
  readonly roomKey: RoomKey;
  readonly since: number | null;
}

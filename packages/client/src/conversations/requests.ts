import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Clock } from '@sotto/kit';
import type { RoomId, UserId } from '@sotto/protocol';
import type { People } from '../people/people.ts';
import { openSlot, type KeyValueStore } from '../platform/key-value-store.ts';
import type { RequestSummary } from '../types.ts';

/** Reads invitations as requests. An invitation may not say when it was made; then it is now. */
export interface RequestReader {
  read(room: Room): RequestSummary | null;
}

const SEEN_MAX = 500;

export async function openRequestReader(
  store: KeyValueStore,
  { people, me, clock }: { people: People; me: UserId; clock: Clock },
): Promise<RequestReader> {
  const slot = openSlot<readonly (readonly [string, number])[]>(store, 'requests-seen');
  const seen = new Map(await slot.get());

  function firstSeenMs(roomId: string): number {
    const known = seen.get(roomId);
    if (known !== undefined) return known;
    const nowMs = clock.nowMs();
    seen.set(roomId, nowMs);
    void slot.set([...seen].slice(-SEEN_MAX));
    return nowMs;
  }

  return {
    read(room) {
      const invitation = room.getMember(me)?.events.member;
      const inviter = invitation?.getSender();
      if (!invitation || !inviter || inviter === me) return null;
      const saidAtMs = invitation.getTs();
      return {
        // SAFETY: rooms and people are named by their full Matrix ids.
        id: room.roomId as RoomId,
        from: people.inRoom(inviter as UserId, room),
        receivedAtMs: saidAtMs > 0 ? saidAtMs : firstSeenMs(room.roomId),
      };
    },
  };
}

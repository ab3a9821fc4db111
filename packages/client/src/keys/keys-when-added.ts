import type { Clock } from '@sotto/kit';
import { ClientEvent } from 'matrix-js-sdk/lib/client.js';
import { RoomEvent, type Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RustCrypto } from 'matrix-js-sdk/lib/rust-crypto/rust-crypto.js';
import type { Matrix } from '../matrix/matrix.ts';
import type { Observable } from '../observable.ts';

/** Keys are shared with an invitation; the SDK too waits for them for a day. */
const AWAITED_MS = 86_400_000;

/** Who invited me, if that was lately and is still among the newest events. */
function inviterOf(room: Room, me: string, nowMs: number): string | null {
  const invitation = room
    .getLiveTimeline()
    .getEvents()
    .findLast(
      (event) =>
        event.getType() === 'm.room.member' &&
        event.getStateKey() === me &&
        event.getContent()['membership'] === 'invite',
    );
  if (!invitation || nowMs - invitation.getTs() > AWAITED_MS) return null;
  return invitation.getSender() ?? null;
}

/**
 * Asks for the keys an inviter shared with somebody whom the server let in at once. The SDK does so only
 * where this device itself accepts an invitation. The result stops it.
 */
export function fetchKeysWhenAdded(
  { client, crypto, userId: me }: Matrix,
  online: Observable<boolean>,
  clock: Clock,
): () => void {
  /** Joined since the last sync; who invited is read once its events are in place. */
  const joined = new Set<Room>();
  const waiting = new Map<string, string>();

  async function ask(roomId: string, inviter: string): Promise<void> {
    // SAFETY: `initRustCrypto` makes this class.
    const rust = crypto as RustCrypto;
    try {
      // From here on the SDK asks by itself when the keys come later.
      await rust.markRoomAsPendingKeyBundle(roomId, inviter);
      await rust.maybeAcceptKeyBundle(roomId, inviter);
    } catch {
      // NOTE: asked again with the next connection.
      waiting.set(roomId, inviter);
    }
  }
  const look = (): void => {
    if (!online.get()) return;
    for (const [roomId, inviter] of waiting) {
      waiting.delete(roomId);
      void ask(roomId, inviter);
    }
  };
  const onMembership = (room: Room, membership: string): void => {
    if (membership === 'join') joined.add(room);
    else joined.delete(room);
  };
  const onSync = (): void => {
    for (const room of joined) {
      const inviter = inviterOf(room, me, clock.nowMs());
      if (inviter !== null && inviter !== me) waiting.set(room.roomId, inviter);
    }
    joined.clear();
    look();
  };
  client.on(RoomEvent.MyMembership, onMembership);
  client.on(ClientEvent.Sync, onSync);
  const stop = online.subscribe(look);
  return () => {
    client.off(RoomEvent.MyMembership, onMembership);
    client.off(ClientEvent.Sync, onSync);
    stop();
  };
}

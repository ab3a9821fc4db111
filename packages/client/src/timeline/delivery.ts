import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Delivery } from '../types/index.ts';

/** How far a message that the server has has come. */
export type SentDelivery = Extract<Delivery, 'sent' | 'delivered' | 'read'>;

/**
 * Walks a timeline from its newest event back and says of each event who has seen it. Reading
 * something means having read what stands before it. A receipt says "read"; saying something
 * oneself proves only that what came before was delivered, for receipts may be turned off.
 */
export interface DeliveryWalk {
  /** Takes in the next older event and answers for it. */
  step(event: MatrixEvent): SentDelivery;
  /** Whether the answer is the same for all older events. */
  isSettled(): boolean;
}

interface Evidence {
  /** The readers whose receipt stands at an event, by its id. */
  readonly reads: Map<string, readonly string[]>;
  readonly others: readonly string[];
}

function gatherEvidence(room: Room, me: string): Evidence {
  const reads = new Map<string, readonly string[]>();
  const others: string[] = [];
  for (const { userId } of room.getJoinedMembers()) {
    if (userId === me) continue;
    others.push(userId);
    const eventId = room.getReadReceiptForUserId(userId, true)?.eventId;
    // A receipt for something not loaded says nothing about what is.
    if (eventId && room.findEventById(eventId)) {
      reads.set(eventId, [...(reads.get(eventId) ?? []), userId]);
    }
  }
  return { reads, others };
}

export function walkDeliveries(room: Room, me: string): DeliveryWalk {
  const { reads, others } = gatherEvidence(room, me);
  const readers = new Set<string>();
  const reached = new Set<string>();
  return {
    step(event) {
      const eventId = event.getId() ?? '';
      for (const reader of reads.get(eventId) ?? []) {
        readers.add(reader);
        reached.add(reader);
      }
      reads.delete(eventId);
      const sender = event.getSender();
      if (sender && sender !== me) reached.add(sender);
      if (others.length === 0) return 'sent';
      if (others.every((userId) => readers.has(userId))) return 'read';
      return others.every((userId) => reached.has(userId)) ? 'delivered' : 'sent';
    },
    isSettled: () => reads.size === 0 && others.every((userId) => reached.has(userId)),
  };
}

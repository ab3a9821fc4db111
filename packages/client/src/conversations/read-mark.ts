import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';

/** Marks a room as read up to its newest event, publicly or for my own devices only. */
export interface ReadMark {
  advance(): void;
}

export function createReadMark(
  client: MatrixClient,
  room: Room,
  isPublic: () => boolean,
): ReadMark {
  let marked: string | undefined;

  function newest(): MatrixEvent | undefined {
    // An event still on its way has no id the server knows.
    return room
      .getLiveTimeline()
      .getEvents()
      .findLast((event) => event.status === null);
  }

  return {
    advance() {
      const event = newest();
      const eventId = event?.getId();
      if (!event || !eventId || eventId === marked) return;
      const before = marked;
      marked = eventId;
      const receipts: [MatrixEvent | undefined, MatrixEvent | undefined] = isPublic()
        ? [event, undefined]
        : [undefined, event];
      client.setRoomReadMarkers(room.roomId, eventId, ...receipts).catch(() => {
        // NOTE: the next look at the conversation tries again.
        if (marked === eventId) marked = before;
      });
    },
  };
}

import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Observable } from '../observable.ts';

/** Marks a room as read up to its newest event, publicly or for my own devices only. */
export interface ReadMark {
  advance(): void;
  close(): void;
}

interface Options {
  readonly client: MatrixClient;
  readonly room: Room;
  readonly online: Observable<boolean>;
  readonly isPublic: () => boolean;
}

export function createReadMark({ client, room, online, isPublic }: Options): ReadMark {
  let marked: string | undefined;
  /** What was read while the server could not be told. */
  let untold: MatrixEvent | undefined;

  function newest(): MatrixEvent | undefined {
    // An event still on its way has no id the server knows.
    return room
      .getLiveTimeline()
      .getEvents()
      .findLast((event) => event.status === null);
  }

  async function tell(event: MatrixEvent, eventId: string): Promise<void> {
    const receipts: [MatrixEvent | undefined, MatrixEvent | undefined] = isPublic()
      ? [event, undefined]
      : [undefined, event];
    untold = event;
    await client.setRoomReadMarkers(room.roomId, eventId, ...receipts);
    if (untold === event) untold = undefined;
  }

  function mark(event: MatrixEvent | undefined): void {
    const eventId = event?.getId();
    if (!event || !eventId) return;
    marked = eventId;
    // NOTE: what could not be told is told once there is a connection.
    tell(event, eventId).catch(() => undefined);
  }

  const stopTelling = online.subscribe(() => {
    if (online.get()) mark(untold);
  });

  return {
    advance() {
      const event = newest();
      if (event?.getId() !== marked) mark(event);
    },
    close: stopTelling,
  };
}

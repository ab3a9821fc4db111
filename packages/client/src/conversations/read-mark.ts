import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Observable } from '../observable.ts';

/** Marks a room as read up to its newest event, publicly or for my own devices only. */
export interface ReadMark {
  advance(): void;
  /** Tells everybody, though it be not done by itself here. */
  show(): void;
  close(): void;
}

interface Options {
  readonly client: MatrixClient;
  readonly room: Room;
  readonly online: Observable<boolean>;
  /** Whether others are told as soon as it is read. */
  readonly isPublic: () => boolean;
  /** Whether they are ever told. */
  readonly mayShow: () => boolean;
}

export function createReadMark({ client, room, online, isPublic, mayShow }: Options): ReadMark {
  let marked: string | undefined;
  /** What was read while the server could not be told. */
  let untold: { readonly event: MatrixEvent; readonly publicly: boolean } | undefined;

  function newest(): MatrixEvent | undefined {
    // An event still on its way has no id the server knows.
    return room
      .getLiveTimeline()
      .getEvents()
      .findLast((event) => event.status === null);
  }

  async function tell(event: MatrixEvent, eventId: string, publicly: boolean): Promise<void> {
    const receipts: [MatrixEvent | undefined, MatrixEvent | undefined] = publicly
      ? [event, undefined]
      : [undefined, event];
    untold = { event, publicly };
    await client.setRoomReadMarkers(room.roomId, eventId, ...receipts);
    if (untold?.event === event) untold = undefined;
  }

  function mark(event: MatrixEvent | undefined, publicly: boolean): void {
    const eventId = event?.getId();
    if (!event || !eventId) return;
    marked = eventId;
    // NOTE: what could not be told is told once there is a connection.
    tell(event, eventId, publicly).catch(() => undefined);
  }

  const stopTelling = online.subscribe(() => {
    if (online.get() && untold) mark(untold.event, untold.publicly);
  });

  return {
    advance() {
      const event = newest();
      if (event?.getId() !== marked) mark(event, isPublic());
    },
    show: () => mark(newest(), mayShow()),
    close: stopTelling,
  };
}

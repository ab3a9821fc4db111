import { ClientEvent } from 'matrix-js-sdk/lib/client.js';
import { RoomEvent, type Room } from 'matrix-js-sdk/lib/models/room.js';
import { createSubject, type Observable } from '../observable.ts';
import type { RequestSummary } from '../types/index.ts';
import type { RequestBook } from './request-book.ts';
import type { RequestContext } from './request-context.ts';

/** Who asks to talk. What reads and answers requests is loaded with the first of them. */
export interface RequestWatch {
  readonly requests: Observable<readonly RequestSummary[]>;
  /** Resolves once the requests that are here already are listed, or cannot be. */
  readonly settled: Promise<unknown>;
  openBook(): Promise<RequestBook>;
  close(): void;
}

export function watchRequests(context: RequestContext): RequestWatch {
  const { client } = context.matrix;
  const requests = createSubject<readonly RequestSummary[]>([]);
  let book: Promise<RequestBook> | undefined;

  async function load(): Promise<RequestBook> {
    const { openRequestBook } = await import('./request-book.ts');
    return openRequestBook(context, requests);
  }
  function openBook(): Promise<RequestBook> {
    book ??= load().catch((error: unknown) => {
      book = undefined;
      throw error;
    });
    return book;
  }
  const look = async (room: Room): Promise<void> => {
    // NOTE: what could not be loaded is tried again with the next invitation.
    if (room.getMyMembership() === 'invite') await openBook().catch(() => undefined);
  };
  const onRoom = (room: Room): void => void look(room);
  client.on(ClientEvent.Room, onRoom);
  client.on(RoomEvent.MyMembership, onRoom);

  return {
    requests,
    settled: Promise.all(client.getRooms().map(look)),
    openBook,
    close() {
      client.off(ClientEvent.Room, onRoom);
      client.off(RoomEvent.MyMembership, onRoom);
      // NOTE: a book that could not be opened needs no closing.
      void book?.then((opened) => opened.close()).catch(() => undefined);
    },
  };
}

import { BoundedMap, invariant, type Awaitable } from '@sotto/kit';
import type { RoomId } from '@sotto/protocol';
import type { Db } from '../../../storage/index.ts';
import type { EventStore } from './event-store.ts';
import type { RoomStore } from './room-store.ts';
import { RoomView } from './room-view.ts';
import { isStateEvent } from './stored-event.ts';

/** A DM's state is about ten events; a thousand rooms are some ten megabytes. */
const VIEWS_MAX = 4_000;
/** A room's state may also be a hundred events of 64 KB. */
const VIEWS_CHARACTERS_MAX = 64_000_000;

/**
 * Rooms as of their last commit, kept because every append needs one. The writer fills it after its
 * commits; a lost race empties the room concerned.
 */
export class ViewCache {
  readonly #views = new BoundedMap<RoomId, RoomView>(VIEWS_MAX, {
    weightMax: VIEWS_CHARACTERS_MAX,
    weigh: ({ stateLength }) => stateLength,
  });
  readonly #events: EventStore;
  readonly #rooms: RoomStore;
  readonly #soleReader: Db | null;
  #changes = 0;

  /** What is read through `soleReader` is kept, too: committed, and by nobody but this process. */
  constructor(events: EventStore, rooms: RoomStore, soleReader: Db | null) {
    this.#events = events;
    this.#rooms = rooms;
    this.#soleReader = soleReader;
  }

  /** The cached view, or the room as `db` sees it; null if there is no such room. */
  find(db: Db, roomId: RoomId): Awaitable<RoomView | null> {
    return this.#views.get(roomId) ?? this.#read(db, roomId);
  }

  async #read(db: Db, roomId: RoomId): Promise<RoomView | null> {
    const changes = this.#changes;
    const view = await this.load(db, roomId);
    // A commit while this was read may have made it old.
    const isNewest = db === this.#soleReader && changes === this.#changes;
    if (view && isNewest) this.#views.set(roomId, view);
    return view;
  }

  async load(db: Db, roomId: RoomId): Promise<RoomView | null> {
    const head = await this.#rooms.findHead(db, roomId);
    if (!head) return null;
    const positions = await this.#rooms.listStatePositions(db, head.key);
    const events = await this.#events.listAt(db, { key: head.key, roomId }, positions);
    const state = positions.flatMap((position) => {
      const event = events.get(position);
      return event && isStateEvent(event) ? [event] : [];
    });
    invariant(state.length === positions.length, 'every piece of current state has its event');
    return RoomView.of(head, state);
  }

  set(view: RoomView): void {
    this.#changes += 1;
    this.#views.set(view.head.roomId, view);
  }

  forget(roomId: RoomId): void {
    this.#changes += 1;
    this.#views.delete(roomId);
  }
}

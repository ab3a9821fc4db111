import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { isSameList } from '../conversations/same-list.ts';
import type { TimelineItem } from '../types/index.ts';
import { walkDeliveries, type SentDelivery } from './delivery.ts';
import type { ItemReader } from './item-reader.ts';
import { loadedEvents } from './timeline-chain.ts';

/**
 * The items of a room's loaded events. Each event is read once and again only after it changed;
 * items that did not change stay the same objects. A new message costs what is new, not what is
 * loaded: the walk from the newest event back ends where nothing older can have changed.
 */
export class ItemList {
  readonly #room: Room;
  readonly #me: string;
  readonly #reader: ItemReader;
  #read = new WeakMap<MatrixEvent, { readonly item: TimelineItem | null }>();
  #items: readonly TimelineItem[] = [];
  #isStale = true;
  /** Events to be read again, wherever they stand. */
  readonly #changed = new Set<MatrixEvent>();
  /** The ends of the loaded stretch when the items were last built. */
  #oldest: MatrixEvent | undefined;
  #newest: MatrixEvent | undefined;

  constructor(room: Room, me: string, reader: ItemReader) {
    this.#room = room;
    this.#me = me;
    this.#reader = reader;
  }

  /** The items as they are now, oldest first; the same array when nothing changed. */
  items(): readonly TimelineItem[] {
    if (!this.#isStale) return this.#items;
    this.#isStale = false;
    const next = this.#build();
    if (!isSameList(next, this.#items)) this.#items = next;
    return this.#items;
  }

  /** Events came, or someone has read them. */
  touch(): void {
    this.#isStale = true;
  }

  /** The event says something else now. */
  refresh(event: MatrixEvent): void {
    this.#read.delete(event);
    this.#changed.add(event);
    this.#isStale = true;
  }

  /** Everything must be read again, as when someone's name changed. */
  refreshAll(): void {
    this.#read = new WeakMap();
    this.rebuild();
  }

  /** An event went from somewhere in the middle. */
  rebuild(): void {
    this.#oldest = undefined;
    this.#isStale = true;
  }

  #build(): readonly TimelineItem[] {
    const events = loadedEvents(this.#room);
    const deliveries = walkDeliveries(this.#room, this.#me);
    const canReuse = this.#oldest !== undefined && this.#oldest === events[0];
    if (!canReuse) this.#forgetStart(events);
    const newestFirst: TimelineItem[] = [];
    let isKnown = false;
    let reused: readonly TimelineItem[] = [];
    for (let index = events.length - 1; index >= 0; index -= 1) {
      const event = events[index];
      if (!event) continue;
      isKnown ||= event === this.#newest;
      const before = this.#read.get(event)?.item;
      const item = this.#itemOf(event, deliveries.step(event), () => backFrom(events, index));
      this.#changed.delete(event);
      if (!item) continue;
      newestFirst.push(item);
      // Only a message of mine that stayed as it was proves that the older ones did.
      const isProof = item === before && item.kind === 'message' && item.mine;
      if (canReuse && isKnown && isProof && this.#changed.size === 0 && deliveries.isSettled()) {
        reused = this.#items.slice(0, this.#items.lastIndexOf(item));
        break;
      }
    }
    this.#changed.clear();
    this.#oldest = events[0];
    this.#newest = events.at(-1);
    return [...reused, ...newestFirst.reverse()];
  }

  /** Who comes and goes where the loaded stretch began reads otherwise once what was before it is loaded. */
  #forgetStart(events: readonly MatrixEvent[]): void {
    const start = this.#oldest === undefined ? -1 : events.indexOf(this.#oldest);
    if (start <= 0) return;
    for (const event of events.slice(start)) {
      if (event.getType() !== 'm.room.member') return;
      this.#read.delete(event);
    }
  }

  #itemOf(
    event: MatrixEvent,
    delivery: SentDelivery,
    earlier: () => Iterable<MatrixEvent>,
  ): TimelineItem | null {
    const known = this.#read.get(event);
    const item = known ? known.item : this.#reader.read(event, earlier());
    const isCurrent = item?.kind !== 'message' || !item.mine || item.delivery === delivery;
    const current = isCurrent ? item : { ...item, delivery };
    if (!known || current !== item) this.#read.set(event, { item: current });
    return current;
  }
}

/** The events before this one, the newest first. */
function* backFrom(events: readonly MatrixEvent[], index: number): Generator<MatrixEvent> {
  for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
    const event = events[earlier];
    if (event) yield event;
  }
}

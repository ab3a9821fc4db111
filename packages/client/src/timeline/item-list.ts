import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Message, TimelineItem } from '../types.ts';
import { walkDeliveries } from './delivery.ts';
import type { ItemReader } from './item-reader.ts';
import { isUnopened } from './message-body.ts';
import { loadedEvents } from './timeline-chain.ts';

/**
 * The items of a room's loaded events. Each event is read once and again only after it changed;
 * items that did not change stay the same objects.
 */
export interface ItemList {
  /** The items as they are now; the same array when nothing changed. */
  items(): readonly TimelineItem[];
  /** The event must be read again. */
  refresh(event: MatrixEvent): void;
  /** Everything must be read again, as when someone's name changed. */
  refreshAll(): void;
  /** Events came, went or were seen. */
  touch(): void;
  /** Events that could not be read yet because nobody tried to open them. */
  unopened(): readonly MatrixEvent[];
}

export function createItemList(room: Room, me: string, reader: ItemReader): ItemList {
  let read = new WeakMap<MatrixEvent, { item: TimelineItem | null }>();
  let current: readonly TimelineItem[] = [];
  let stale = true;

  function itemOf(event: MatrixEvent): TimelineItem | null {
    const known = read.get(event);
    if (known) return known.item;
    const item = reader.read(event);
    read.set(event, { item });
    return item;
  }

  function withDelivery(
    event: MatrixEvent,
    message: Message,
    delivery: Message['delivery'],
  ): Message {
    if (message.delivery === delivery) return message;
    const item: Message = { ...message, delivery };
    read.set(event, { item });
    return item;
  }

  function build(): readonly TimelineItem[] {
    const events = loadedEvents(room);
    const deliveries = walkDeliveries(room, me);
    const newestFirst: TimelineItem[] = [];
    for (let index = events.length - 1; index >= 0; index -= 1) {
      const event = events[index];
      if (!event) continue;
      const delivery = deliveries.step(event);
      const item = itemOf(event);
      if (!item) continue;
      newestFirst.push(
        item.kind === 'message' && item.mine ? withDelivery(event, item, delivery) : item,
      );
    }
    return newestFirst.reverse();
  }

  function isUnchanged(next: readonly TimelineItem[]): boolean {
    return next.length === current.length && next.every((item, index) => item === current[index]);
  }

  return {
    items() {
      if (!stale) return current;
      stale = false;
      const next = build();
      if (!isUnchanged(next)) current = next;
      return current;
    },
    refresh(event) {
      read.delete(event);
      stale = true;
    },
    refreshAll() {
      read = new WeakMap();
      stale = true;
    },
    touch() {
      stale = true;
    },
    unopened: () => loadedEvents(room).filter(isUnopened),
  };
}

import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { IdentityChange } from '../keys/identity-changes.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { createSubject, type Observable, type Subject } from '../observable.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { People } from '../people/people.ts';
import { createBatcher, type Batcher } from '../platform/batcher.ts';
import type { Message, Person, Timeline, TimelineItem } from '../types.ts';
import { withIdentityNotices } from './identity-notices.ts';
import { createItemList, type ItemList } from './item-list.ts';
import { createItemReader, keyOf } from './item-reader.ts';
import { outboxMessage } from './outbox-message.ts';
import { listenToRooms } from './room-events.ts';
import { isGapClosed, loadedEvents, oldestStretch } from './timeline-chain.ts';

/** One page when scrolling back; one page when closing a gap. */
const PAGE_EVENTS = 40;
/** A longer absence than this many pages starts a fresh view instead of closing the gap. */
const GAP_PAGES_MAX = 6;
/** Opening waits this long for messages to be decrypted, so that they appear at once. */
const OPEN_PATIENCE_MS = 400;

export interface RoomTimelineOptions {
  readonly matrix: Matrix;
  readonly room: Room;
  readonly people: People;
  readonly me: Observable<Person>;
  readonly online: Observable<boolean>;
  readonly entries: Observable<readonly OutboxEntry[]>;
  readonly identityChanges: Observable<readonly IdentityChange[]>;
  readonly schedule: (callback: () => void) => void;
  /** The first message not read before the conversation was opened. */
  readonly firstUnread: MatrixEvent | null;
}

/** The timeline of one open conversation. */
export class RoomTimeline {
  readonly timeline: Subject<Timeline>;
  readonly #options: RoomTimelineOptions;
  readonly #list: ItemList;
  readonly #batch: Batcher;
  readonly #stops: readonly (() => void)[];
  readonly #firstUnreadKey: string | null;
  readonly #outboxMessages = new WeakMap<OutboxEntry, Message>();
  #older: Timeline['older'] = 'loading';
  /** While set, what is shown stays: events are arriving out of order. */
  #held = true;

  constructor(options: RoomTimelineOptions) {
    const { matrix, room, people, entries, online, identityChanges, firstUnread } = options;
    const reader = createItemReader(room, matrix.userId, people);
    this.#options = options;
    this.#list = createItemList(room, matrix.userId, reader);
    this.#batch = createBatcher(options.schedule, () => this.#publish());
    this.#firstUnreadKey = firstUnread ? keyOf(firstUnread) : null;
    this.timeline = createSubject<Timeline>(this.#snapshot([]));
    this.#stops = [
      this.#listen(),
      entries.subscribe(this.#batch.request),
      online.subscribe(this.#batch.request),
      identityChanges.subscribe(this.#batch.request),
    ];
    void this.#open();
  }

  async loadOlder(): Promise<void> {
    if (this.#older !== 'available' && this.#older !== 'failed') return;
    this.#older = 'loading';
    this.#publish();
    try {
      await this.#loadPage();
      this.#settleOlder();
    } catch {
      // NOTE: the screen offers to try again.
      this.#older = 'failed';
    }
    this.#publish();
  }

  findEvent(key: string): MatrixEvent | null {
    return loadedEvents(this.#options.room).findLast((event) => keyOf(event) === key) ?? null;
  }

  close(): void {
    this.#held = true;
    this.#batch.cancel();
    for (const stop of this.#stops) stop();
  }

  #listen(): () => void {
    const { matrix, room } = this.#options;
    const change = (changed: Room, run: () => void): void => {
      if (changed !== room) return;
      run();
      this.#batch.request();
    };
    return listenToRooms(matrix.client, {
      onEvent: (changed, event) => change(changed, () => this.#list.refresh(event)),
      onArrival: (changed, event) =>
        change(changed, () => {
          this.#list.touch();
          // The SDK opens the newest first; a conversation reads better in its own order.
          void matrix.client.decryptEventIfNeeded(event);
        }),
      onReceipt: (changed) => change(changed, () => this.#list.touch()),
      onGap: (changed) => {
        if (changed === room) void this.#closeGap();
      },
      onState: (changed) => change(changed, () => this.#list.refreshAll()),
    });
  }

  async #open(): Promise<void> {
    const patience = new Promise((resolve) => setTimeout(resolve, OPEN_PATIENCE_MS));
    await Promise.race([this.#decrypt(), patience]);
    this.#settleOlder();
    this.#release();
  }

  async #closeGap(): Promise<void> {
    const { room } = this.#options;
    this.#held = true;
    try {
      for (let page = 0; page < GAP_PAGES_MAX && !isGapClosed(room); page += 1) {
        if (!oldestStretch(room)) break;
        await this.#loadPage();
      }
    } catch {
      // NOTE: what could be loaded is shown; scrolling back tries again.
    }
    this.#settleOlder();
    this.#release();
  }

  #release(): void {
    this.#held = false;
    this.#list.touch();
    this.#publish();
  }

  #decrypt(): Promise<unknown> {
    const { client } = this.#options.matrix;
    const opening = this.#list.unopened().map((event) => client.decryptEventIfNeeded(event));
    return Promise.allSettled(opening);
  }

  async #loadPage(): Promise<void> {
    const { matrix, room } = this.#options;
    const stretch = oldestStretch(room);
    if (!stretch) return;
    await matrix.client.paginateEventTimeline(stretch, { backwards: true, limit: PAGE_EVENTS });
    this.#list.touch();
    await this.#decrypt();
  }

  #settleOlder(): void {
    this.#older = oldestStretch(this.#options.room) ? 'available' : 'none';
  }

  #messageOf(entry: OutboxEntry): Message {
    const { me, online } = this.#options;
    const known = this.#outboxMessages.get(entry);
    const fresh = outboxMessage(entry, me.get(), online.get());
    if (known?.delivery === fresh.delivery) return known;
    this.#outboxMessages.set(entry, fresh);
    return fresh;
  }

  #items(): readonly TimelineItem[] {
    const { entries, identityChanges, room, people } = this.#options;
    const confirmed = withIdentityNotices(this.#list.items(), {
      changes: identityChanges.get(),
      room,
      people,
      reachesStart: this.#older === 'none',
    });
    const waiting = entries.get();
    if (waiting.length === 0) return confirmed;
    // The newest events are where a message that is on its way can have come back.
    const newest = confirmed.slice(-waiting.length - PAGE_EVENTS);
    const returned = new Set(newest.map(({ key }) => key));
    const echoes = waiting.filter(({ record }) => !returned.has(record.key));
    return [...confirmed, ...echoes.map((entry) => this.#messageOf(entry))];
  }

  #snapshot(items: readonly TimelineItem[]): Timeline {
    return { items, firstUnreadKey: this.#firstUnreadKey, older: this.#older };
  }

  #publish(): void {
    if (this.#held) return;
    const shown = this.timeline.get();
    const items = this.#items();
    const sameItems =
      shown.items.length === items.length &&
      items.every((item, index) => item === shown.items[index]);
    if (sameItems && shown.older === this.#older) return;
    this.timeline.set(this.#snapshot(sameItems ? shown.items : items));
  }
}

import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { EventId } from '@sotto/protocol';
import type { IdentityChange } from '../keys/identity-changes.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { createSubject, type Observable, type Subject } from '../observable.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { People } from '../people/people.ts';
import { createBatcher, type Batcher } from '../platform/batcher.ts';
import { isSameList } from '../conversations/same-list.ts';
import type { Person, Timeline, TimelineItem } from '../types/index.ts';
import { ItemList } from './item-list.ts';
import { createItemReader, keyOf } from './item-reader.ts';
import { createOutboxEchoes, type OutboxEchoes } from './outbox-echoes.ts';
import { withIdentityNotices } from './notices/identity-notices.ts';
import type { noticeText } from './notices/notice-text.ts';
import { loadGap, loadPage, openLoadedEvents } from './pages.ts';
import { listenToRooms } from './room-events.ts';
import { loadedEvents, oldestStretch } from './timeline-chain.ts';

/** Opening waits this long for messages to be decrypted, so that they appear at once. */
const OPEN_PATIENCE_MS = 400;
/** What is new waits this long for what came before it in a long absence. */
const GAP_PATIENCE_MS = 5_000;

const pass = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));

export interface RoomTimelineOptions {
  readonly matrix: Matrix;
  readonly room: Room;
  readonly people: People;
  readonly me: Observable<Person>;
  readonly online: Observable<boolean>;
  readonly entries: Observable<readonly OutboxEntry[]>;
  readonly identityChanges: Observable<readonly IdentityChange[]>;
  /** Messages nobody could prove. */
  readonly doubtful: Observable<ReadonlySet<EventId>>;
  /** Each changes when people are called something else, or are to be seen no more. */
  readonly looks: readonly Observable<unknown>[];
  readonly schedule: (callback: () => void) => void;
  /** The first message not read yet. */
  readonly findUnread: () => MatrixEvent | null;
}

/** The timeline of one open conversation. */
export class RoomTimeline {
  readonly timeline: Subject<Timeline>;
  readonly #options: RoomTimelineOptions;
  readonly #list: ItemList;
  readonly #batch: Batcher;
  readonly #stops: readonly (() => void)[];
  #firstUnreadKey: string | null = null;
  readonly #echoes: OutboxEchoes;
  #noticeText: typeof noticeText | null = null;
  #caughtUp: boolean;
  #older: Timeline['older'] = 'loading';
  /** Nothing is shown before the first messages are decrypted. */
  #opened = false;
  /** While set, it stands for the confirmed items: events are arriving out of order. */
  #frozen: readonly TimelineItem[] | null = null;

  constructor(options: RoomTimelineOptions) {
    const { matrix, room, people, me, entries, online, identityChanges, looks } = options;
    const reader = createItemReader(room, matrix.userId, people, {
      notices: () => this.#noticeText,
      doubtful: options.doubtful,
    });
    this.#options = options;
    this.#caughtUp = online.get();
    this.#list = new ItemList(room, matrix.userId, reader);
    this.#batch = createBatcher(options.schedule, () => this.#publish());
    this.#echoes = createOutboxEchoes(me, online);
    this.timeline = createSubject<Timeline>(this.#snapshot([]));
    this.#stops = [
      this.#listen(),
      entries.subscribe(this.#batch.request),
      online.subscribe(() => this.#onConnection()),
      identityChanges.subscribe(this.#batch.request),
      ...[...looks, options.doubtful].map((look) =>
        look.subscribe(() => {
          this.#list.refreshAll();
          this.#batch.request();
        }),
      ),
    ];
    void this.#open();
  }

  async loadOlder(): Promise<void> {
    if (this.#older !== 'available' && this.#older !== 'failed') return;
    this.#older = 'loading';
    this.#publish();
    try {
      await loadPage(this.#options.matrix.client, this.#options.room);
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
      onRemoval: (changed) => change(changed, () => this.#list.rebuild()),
      onReceipt: (changed) => change(changed, () => this.#list.touch()),
      onGap: (changed) => {
        if (changed === room) void this.#closeGap();
      },
      onState: (changed) => change(changed, () => this.#list.refreshAll()),
    });
  }

  async #open(): Promise<void> {
    this.#noteUnread();
    const { matrix, room } = this.#options;
    const opening = [openLoadedEvents(matrix.client, room), this.#loadNotices()];
    await Promise.race([Promise.all(opening), pass(OPEN_PATIENCE_MS)]);
    this.#opened = true;
    this.#settleOlder();
    this.#publish();
  }

  /** Their words are a script of their own: the list of conversations does without. */
  async #loadNotices(): Promise<void> {
    // NOTE: without them messages can be read; the next conversation that is opened tries again.
    const script = await import('./notices/notice-text.ts').catch(() => null);
    this.#noticeText = script?.noticeText ?? null;
    this.#list.refreshAll();
    this.#batch.request();
  }

  #noteUnread(): void {
    const first = this.#options.findUnread();
    if (first) this.#firstUnreadKey ??= keyOf(first);
  }

  #onConnection(): void {
    // Opened before this device had caught up, a conversation shows what is new only now.
    if (!this.#caughtUp && this.#options.online.get()) {
      this.#caughtUp = true;
      this.#noteUnread();
    }
    this.#batch.request();
  }

  async #closeGap(): Promise<void> {
    const { matrix, room } = this.#options;
    this.#frozen ??= this.#confirmed();
    const loading = loadGap(matrix.client, room);
    await Promise.race([loading, pass(GAP_PATIENCE_MS)]);
    this.#frozen = null;
    this.#list.touch();
    this.#settleOlder();
    this.#publish();
    await loading;
    this.#list.touch();
    this.#settleOlder();
    this.#batch.request();
  }

  #settleOlder(): void {
    this.#older = oldestStretch(this.#options.room) ? 'available' : 'none';
  }

  #confirmed(): readonly TimelineItem[] {
    const { identityChanges, room, people } = this.#options;
    return withIdentityNotices(this.#list.items(), {
      changes: identityChanges.get(),
      room,
      people,
      reachesStart: this.#older === 'none',
    });
  }

  #items(): readonly TimelineItem[] {
    return this.#echoes(this.#frozen ?? this.#confirmed(), this.#options.entries.get());
  }

  #snapshot(items: readonly TimelineItem[]): Timeline {
    return { items, firstUnreadKey: this.#firstUnreadKey, older: this.#older };
  }

  #publish(): void {
    if (!this.#opened) return;
    const shown = this.timeline.get();
    const next = this.#snapshot(this.#items());
    const isSameFrame = shown.older === next.older && shown.firstUnreadKey === next.firstUnreadKey;
    if (!isSameList(shown.items, next.items)) this.timeline.set(next);
    else if (!isSameFrame) this.timeline.set({ ...next, items: shown.items });
  }
}

import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { RoomMemberEvent } from 'matrix-js-sdk/lib/models/room-member.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { RoomEvent, type Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomId } from '@sotto/protocol';
import { createSubject, type Observable, type Subject } from '../observable.ts';
import { createBatcher, type Batcher } from '../platform/batcher.ts';
import { isSameList } from './same-list.ts';
import { listenToRooms } from '../timeline/room-events.ts';
import type { ConversationSummary } from '../types/index.ts';
import { eventToOpen } from './summary/preview.ts';
import { isSameShape } from './same-shape.ts';

interface Options {
  readonly client: MatrixClient;
  readonly schedule: (callback: () => void) => void;
  readonly summarize: (room: Room) => ConversationSummary;
  /** Something about a space may have changed. */
  readonly onSpace: () => void;
}

/** All conversations, kept current. Only rooms that changed are read again. */
export class ConversationList {
  readonly conversations: Subject<readonly ConversationSummary[]>;
  /** The channels of communities, which stand under these and not among conversations. */
  readonly channels: Subject<readonly ConversationSummary[]>;
  readonly #options: Options;
  readonly #summaries = new Map<string, Subject<ConversationSummary>>();
  readonly #stale = new Set<string>();
  readonly #batch: Batcher;
  readonly #stops: (() => void)[] = [];

  constructor(options: Options) {
    this.#options = options;
    this.conversations = createSubject<readonly ConversationSummary[]>([]);
    this.channels = createSubject<readonly ConversationSummary[]>([]);
    this.#batch = createBatcher(options.schedule, () => this.#refresh());
    this.#listen();
    this.markAll();
    this.#refresh();
  }

  /** The summary of one conversation; null when there is no such conversation. */
  find(roomId: RoomId): Observable<ConversationSummary> | null {
    // One that was just made may be asked for before the list shows it.
    this.#summarize(roomId);
    return this.#summaries.get(roomId) ?? null;
  }

  mark(roomId: string): void {
    this.#stale.add(roomId);
    this.#batch.request();
  }

  markAll(): void {
    for (const room of this.#options.client.getRooms()) this.mark(room.roomId);
  }

  /** Someone changed in a way their rooms do not tell. */
  markPerson(userId: string): void {
    for (const { person, id } of this.conversations.get()) {
      if (person?.userId === userId) this.mark(id);
    }
  }

  close(): void {
    this.#batch.cancel();
    for (const stop of this.#stops) stop();
  }

  #listen(): void {
    const { client } = this.#options;
    const mark = ({ roomId }: { roomId: string }): void => this.mark(roomId);
    const markGone = (roomId: string): void => {
      this.mark(roomId);
      // What it was cannot be told any more.
      this.#options.onSpace();
    };
    const markOf = (_event: MatrixEvent, { roomId }: { roomId: string }): void => this.mark(roomId);
    const markIfAll = (event: MatrixEvent): void => {
      if (/^m\.(?:direct|push_rules)$/u.test(event.getType())) this.markAll();
    };
    client.on(ClientEvent.Room, mark);
    client.on(ClientEvent.DeleteRoom, markGone);
    client.on(ClientEvent.AccountData, markIfAll);
    client.on(RoomEvent.AccountData, markOf);
    client.on(RoomMemberEvent.Typing, markOf);
    this.#stops.push(
      listenToRooms(client, {
        onEvent: mark,
        onArrival: mark,
        onRemoval: mark,
        onReceipt: mark,
        onGap: mark,
        onState: mark,
      }),
      () => {
        client.off(ClientEvent.Room, mark);
        client.off(ClientEvent.DeleteRoom, markGone);
        client.off(ClientEvent.AccountData, markIfAll);
        client.off(RoomEvent.AccountData, markOf);
        client.off(RoomMemberEvent.Typing, markOf);
      },
    );
  }

  #refresh(): void {
    for (const roomId of this.#stale) this.#summarize(roomId);
    this.#stale.clear();
    this.#publishConversations();
  }

  #summarize(roomId: string): void {
    const { client, summarize } = this.#options;
    const room = client.getRoom(roomId);
    if (room?.isSpaceRoom()) this.#options.onSpace();
    if (room?.getMyMembership() !== 'join' || room.isSpaceRoom()) {
      this.#summaries.delete(roomId);
      return;
    }
    const unopened = eventToOpen(room);
    // Once opened, the room is marked again.
    if (unopened) void client.decryptEventIfNeeded(unopened);
    const summary = summarize(room);
    const known = this.#summaries.get(roomId);
    if (!known) this.#summaries.set(roomId, createSubject(summary));
    else if (!isSameShape(known.get(), summary)) known.set(summary);
  }

  #publishConversations(): void {
    const next = [...this.#summaries.values()]
      .map((subject) => subject.get())
      .sort((a, b) => b.lastActivityMs - a.lastActivityMs || (a.id < b.id ? -1 : 1));
    publish(
      this.conversations,
      next.filter(({ channel }) => !channel),
    );
    publish(
      this.channels,
      next.filter(({ channel }) => channel),
    );
  }
}

function publish<Item>(subject: Subject<readonly Item[]>, next: readonly Item[]): void {
  if (!isSameList(subject.get(), next)) subject.set(next);
}

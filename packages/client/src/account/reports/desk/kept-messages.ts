import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { MatrixEventEvent } from 'matrix-js-sdk/lib/models/event.js';
import { RoomEvent, type Room } from 'matrix-js-sdk/lib/models/room.js';
import { BoundedMap } from '@sotto/kit';
import type { EventId, RoomId, UserId } from '@sotto/protocol';
import type { Subject } from '../../../observable.ts';
import { loadedEvents } from '../../../timeline/timeline-chain.ts';
import { openFrank } from '../frank.ts';
import { sealKept, unsealKept } from './kept-cipher.ts';
import type { KeptMessage } from './kept-message.ts';
import type { ReportContext } from '../report-context.ts';

const PREFIX = 'read-for-reports:';
const DAY_MS = 86_400_000;
/** What was sent in the last two days may have been unsent in the last one, while this device was away. */
const UNREDACTED_MS = 2 * DAY_MS;
const REMEMBERED_MAX = 2_000;

/**
 * What others wrote, as this device has read it, for as long as it can be proven: a day after it was unsent. It
 * is never shown as a message again.
 */
export class KeptMessages {
  readonly #context: ReportContext;
  readonly #doubtful: Subject<ReadonlySet<EventId>>;
  readonly #messages = new BoundedMap<EventId, KeptMessage>(REMEMBERED_MAX);
  readonly #stop: () => void;
  /** One after the other: a removal must not overtake the message it removes. */
  #work: Promise<void> = Promise.resolve();

  constructor(context: ReportContext, doubtful: Subject<ReadonlySet<EventId>>) {
    const { client } = context.matrix;
    this.#context = context;
    this.#doubtful = doubtful;
    const onDecrypted = (event: MatrixEvent): void => this.#queue(() => this.#take(event));
    const onRedaction = (redaction: MatrixEvent): void =>
      this.#queue(() => this.#remove(redaction));
    client.on(MatrixEventEvent.Decrypted, onDecrypted);
    client.on(RoomEvent.Redaction, onRedaction);
    this.#stop = () => {
      client.off(MatrixEventEvent.Decrypted, onDecrypted);
      client.off(RoomEvent.Redaction, onRedaction);
    };
  }

  /** Resolves once everything that has arrived is known. */
  settled(): Promise<void> {
    return this.#work;
  }

  load(): void {
    this.#queue(() => this.#load());
  }

  #queue(work: () => Promise<void>): void {
    // NOTE: what cannot be read or kept is reported without its words.
    this.#work = this.#work.then(work).catch(() => undefined);
  }

  async #load(): Promise<void> {
    const { matrix, platform, clock } = this.#context;
    const nowMs = clock.nowMs();
    for (const [key, value] of await platform.store.list(PREFIX)) {
      const kept = await unsealKept(platform.store, value);
      if (!kept || kept.forgetAtMs < nowMs) await platform.store.delete(key);
      else this.#messages.set(kept.eventId, kept);
    }
    for (const room of matrix.client.getRooms()) await this.#takeAll(room);
  }

  find(eventId: EventId): KeptMessage | null {
    const kept = this.#messages.get(eventId);
    return kept && !this.#isForgotten(kept) ? kept : null;
  }

  /** The newest first. */
  listOf(roomId: RoomId, sender: UserId, limit: number): readonly KeptMessage[] {
    const found: KeptMessage[] = [];
    for (const [, kept] of this.#messages.entries()) {
      const isTheirs = kept.roomId === roomId && kept.sender === sender;
      if (isTheirs && !this.#isForgotten(kept)) found.push(kept);
    }
    return found.toSorted((a, b) => b.sentAtMs - a.sentAtMs).slice(0, limit);
  }

  close(): void {
    this.#stop();
  }

  #isForgotten({ isRemoved, forgetAtMs }: KeptMessage): boolean {
    return isRemoved && forgetAtMs < this.#context.clock.nowMs();
  }

  async #takeAll(room: Room): Promise<void> {
    for (const event of loadedEvents(room)) {
      await this.#take(event);
      // A removal may have come while nobody was listening here.
      if (event.isRedacted()) await this.#removeEvent(event.getId(), event);
    }
  }

  async #take(event: MatrixEvent): Promise<void> {
    const { matrix, clock } = this.#context;
    // SAFETY: an event of a room has an id, a sender and a room.
    const [eventId, sender] = [event.getId() as EventId, event.getSender() as UserId];
    if (sender === matrix.userId || this.#messages.get(eventId)) return;
    const opened = await openFrank(event);
    if (!opened) return;
    const { type, content, key, isCommitted } = opened;
    if (opened.isBroken) this.#doubtful.set(new Set([...this.#doubtful.get(), eventId]));
    const sentAtMs = event.getTs();
    const kept: KeptMessage = {
      eventId,
      roomId: event.getRoomId() as RoomId,
      sender,
      sentAtMs,
      type,
      content,
      key,
      isCommitted,
      isRemoved: false,
      forgetAtMs: sentAtMs + UNREDACTED_MS,
    };
    this.#messages.set(eventId, kept);
    if (kept.forgetAtMs > clock.nowMs()) await this.#store(kept);
  }

  #remove(redaction: MatrixEvent): Promise<void> {
    return this.#removeEvent(redaction.getAssociatedId(), redaction);
  }

  async #removeEvent(id: string | undefined, event: MatrixEvent): Promise<void> {
    // SAFETY: an event is named by its id.
    const kept = this.#messages.get(id as EventId);
    if (!kept || kept.isRemoved) return;
    const removedAtMs = event.getUnsigned().redacted_because?.origin_server_ts ?? event.getTs();
    const removed = { ...kept, isRemoved: true, forgetAtMs: removedAtMs + DAY_MS };
    this.#messages.set(kept.eventId, removed);
    await this.#store(removed);
  }

  async #store(kept: KeptMessage): Promise<void> {
    const { store } = this.#context.platform;
    // What people said is nowhere on the disk as they said it.
    const sealed = await sealKept(store, kept);
    // NOTE: a full disk costs the reports after a restart, and nothing now.
    await store.set(`${PREFIX}${kept.eventId}`, sealed).catch(() => undefined);
  }
}

import { invariant, Refusal } from '@sotto/kit';
import type { RoomId, UserId } from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import type { Delivery } from '../../inbox/index.ts';
import type { Append, Appended, FindView, FollowUp } from './append.ts';
import { buildSteps, rekey, type Step } from './build-event.ts';
import type { EventRow } from './event-store.ts';
import { fanOut } from './fan-out.ts';
import type { Admission } from './gate.ts';
import type { MemberRow, StatePointer } from './room-store.ts';
import type { RoomView } from './room-view.ts';
import { isStateEvent, type StateEvent, type StoredEvent } from './stored-event.ts';
import type { WriterDeps } from './writer-deps.ts';

/** A refusal concerns its own append only; anything else thrown fails the whole batch. */
type Outcome = Appended | Refusal;

/** Enough to make one fsync cheap for each, few enough that nobody waits long for others' events. */
const BATCH_EVENTS_MAX = 64;

/** Appends that share one transaction. Each is built on the state the ones before it leave behind. */
export class BatchOfAppends {
  /** Of the appends that were taken, in order. */
  readonly outcomes: Outcome[] = [];
  readonly #deps: WriterDeps;
  readonly #appends: readonly Append[];
  readonly #checkRepeats: boolean;

  /** Rooms as this batch leaves them, and where it found their heads. */
  readonly #views = new Map<RoomId, RoomView>();
  readonly #foundAt = new Map<RoomId, number>();
  readonly #sent = new Map<string, Appended>();
  readonly #rows: EventRow[] = [];
  readonly #events: StoredEvent[] = [];
  readonly #state = new Map<string, StatePointer>();
  readonly #members = new Map<string, MemberRow>();
  readonly #deliveries: Delivery[] = [];

  constructor(deps: WriterDeps, appends: readonly Append[], checkRepeats: boolean) {
    this.#deps = deps;
    this.#appends = appends;
    this.#checkRepeats = checkRepeats;
  }

  async write(txn: Txn): Promise<void> {
    for (const append of this.#appends) {
      // The rest is for the next batch: one append may make a room of a hundred events.
      if (this.#rows.length >= BATCH_EVENTS_MAX) break;
      this.outcomes.push(await this.#appendOrRefuse(txn, append));
    }
    if (this.#rows.length === 0) return;
    // Before the deliveries below wake anybody: they are to find the rooms as they are then.
    txn.afterCommit(() => this.#onCommitted());

    const moves = [...this.#foundAt].map(([roomId, from]) => {
      const view = this.#views.get(roomId);
      invariant(view, 'a room whose head moves has been viewed');
      return { from, to: view.head };
    });
    await this.#deps.rooms.moveHeads(txn, moves);
    await this.#deps.events.insert(txn, this.#rows);
    await this.#deps.rooms.setState(txn, [...this.#state.values()]);
    await this.#deps.rooms.setMembers(txn, [...this.#members.values()]);
    await this.#deps.inbox.deliver(txn, this.#deliveries);
  }

  /** What was read may be older than what another node has committed: read it again next time. */
  forgetViews(): void {
    for (const { roomId } of this.#appends) {
      if (roomId !== null) this.#deps.views.forget(roomId);
    }
    for (const roomId of this.#foundAt.keys()) this.#deps.views.forget(roomId);
  }

  #onCommitted(): void {
    for (const view of this.#views.values()) this.#deps.views.set(view);
    for (const event of this.#events) {
      this.#deps.events.remember(event);
      // What was redacted may be part of the state this view holds.
      if (event.type === 'm.room.redaction') this.#deps.views.forget(event.roomId);
    }
  }

  async #appendOrRefuse(txn: Txn, append: Append): Promise<Outcome> {
    const { roomId } = append;
    try {
      const known = roomId === null ? null : await this.#find(txn, roomId);
      return await this.#append(txn, append, known);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      const newer = roomId === null ? null : await this.#findNewer(txn, roomId);
      if (!newer) return cause;
      return this.#append(txn, append, newer).catch((again: unknown) => {
        if (again instanceof Refusal) return again;
        throw again;
      });
    }
  }

  async #find(txn: Txn, roomId: RoomId): Promise<RoomView | null> {
    return this.#views.get(roomId) ?? (await this.#deps.views.find(txn.db, roomId));
  }

  /**
   * A room that others depend on. Nothing but its own append would notice that what is remembered of it
   * is old, so with several nodes it is read anew.
   */
  #findNow(txn: Txn): FindView {
    const { views } = this.#deps;
    return async (roomId) =>
      this.#views.get(roomId) ??
      (txn.engine === 'sqlite' ? views.find(txn.db, roomId) : views.load(txn.db, roomId));
  }

  async #followUp(txn: Txn, follow: FollowUp | undefined, appended: Appended): Promise<void> {
    if (!follow) return;
    const find = this.#findNow(txn);
    for (const ways of await follow(txn, appended, find)) {
      for (const way of ways) {
        const room = way.roomId === null ? null : await find(way.roomId);
        if (await this.#isAppended(txn, way, room)) break;
      }
    }
  }

  async #isAppended(txn: Txn, append: Append, room: RoomView | null): Promise<boolean> {
    try {
      await this.#append(txn, append, room);
      return true;
    } catch (cause) {
      if (cause instanceof Refusal) return false;
      throw cause;
    }
  }

  /** With several nodes, a remembered room may be behind, and a refusal based on it wrong. */
  async #findNewer(txn: Txn, roomId: RoomId): Promise<RoomView | null> {
    if (txn.engine === 'sqlite' || this.#views.has(roomId)) return null;
    const known = await this.#deps.views.find(txn.db, roomId);
    const newest = await this.#deps.views.load(txn.db, roomId);
    return newest && newest.head.position !== known?.head.position ? newest : null;
  }

  async #append(txn: Txn, append: Append, room: RoomView | null): Promise<Appended> {
    const drafts = append.plan(room);
    const [first] = drafts;
    if (!first) {
      invariant(room, 'a room is created with events');
      return { roomId: room.head.roomId, eventIds: [], events: [], view: room };
    }
    const onceKey =
      append.once && room ? onceKeyOf(append, first.sender, { room, type: first.type }) : null;
    const findSent = () => this.#findSent(txn, append, first, room);
    const sent =
      onceKey && (this.#sent.get(onceKey) ?? (this.#checkRepeats ? await findSent() : null));
    if (sent) return sent;

    let admission: Admission | null;
    try {
      admission = await this.#deps.gate.admit(txn, room, drafts, this.#findNow(txn));
    } catch (cause) {
      // What was the last one allowed is not refused when it is sent again.
      const repeated = cause instanceof Refusal && onceKey ? await findSent() : null;
      if (repeated) return repeated;
      throw cause;
    }
    const { before = [], extra = [] } = admission ?? {};
    const all = [...before, ...drafts, ...extra];
    const builder = { crypto: this.#deps.crypto, nowMs: this.#deps.clock.nowMs() };
    const steps = await this.#keyed(txn, room, buildSteps(all, room, builder));
    const appended = appendedOf(steps, append, before.length);
    try {
      await append.alongside?.(txn, appended, this.#findNow(txn));
    } catch (cause) {
      // The transaction goes on with the other appends, and a room without events is none.
      if (!room) await this.#deps.rooms.discard(txn, appended.view.head.key);
      throw cause;
    }
    await admission?.onAppended?.(txn, appended);

    this.#stage(room, steps, appended.events);
    if (onceKey) this.#sent.set(onceKey, appended);
    await this.#followUp(txn, append.follow, appended);
    await this.#followUp(txn, admission?.follow, appended);
    return appended;
  }

  async #keyed(txn: Txn, room: RoomView | null, steps: Step[]): Promise<Step[]> {
    if (room) return steps;
    const create = steps[0]?.view.head;
    invariant(create, 'a room is created with events');
    return rekey(steps, await this.#deps.rooms.create(txn, create));
  }

  async #findSent(
    txn: Txn,
    { once }: Append,
    draft: { sender: UserId; type: string },
    room: RoomView | null,
  ): Promise<Appended | null> {
    if (!once || !room) return null;
    const key = { roomKey: room.head.key, ...draft, ...once };
    const found = await this.#deps.events.findSent(txn.db, key);
    return found && { roomId: room.head.roomId, eventIds: [found.eventId], events: [], view: room };
  }

  /** Collects what `write` will insert. Nothing here can fail. */
  #stage(room: RoomView | null, steps: readonly Step[], events: readonly StoredEvent[]): void {
    const last = steps.at(-1);
    invariant(last, 'an append that is staged has events');
    const { roomId } = last.event;
    if (!this.#foundAt.has(roomId)) this.#foundAt.set(roomId, room?.head.position ?? 0);
    this.#views.set(roomId, last.view);

    for (const [index, event] of events.entries()) {
      const step = steps[index];
      invariant(step, 'every event was built in a step');
      const before = steps[index - 1]?.view ?? room;
      this.#rows.push(toRow(event, step.json, changedTo(event, before)));
      this.#events.push(event);
      if (isStateEvent(event)) this.#stageState(event);
      this.#deliveries.push(
        ...fanOut(event, { before, room: step.view, notifyOf: this.#deps.notifyOf }),
      );
    }
  }

  #stageState(event: StateEvent): void {
    const { roomKey, type, stateKey, position } = event;
    this.#state.set(`${roomKey} ${type}\0${stateKey}`, { roomKey, type, stateKey, position });
    if (type !== 'm.room.member') return;
    // SAFETY: the authorisation rules admit only user ids and known memberships here.
    const member = {
      userId: stateKey as UserId,
      membership: event.content['membership'] as MemberRow['membership'],
    };
    this.#members.set(`${roomKey} ${stateKey}`, { ...member, roomKey, position });
  }
}

/** `skipped` of the steps came ahead of what was asked for. */
function appendedOf(steps: readonly Step[], { once }: Append, skipped: number): Appended {
  const last = steps.at(-1);
  invariant(last, 'what is appended has events');
  const events = steps.map(({ event }, index) =>
    once && index === skipped ? { ...event, sentBy: once } : event,
  );
  const eventIds = events.slice(skipped).map(({ eventId }) => eventId);
  return { roomId: last.event.roomId, eventIds, events, view: last.view };
}

function onceKeyOf(
  { once }: Append,
  sender: UserId,
  { room, type }: { room: RoomView; type: string },
): string {
  return JSON.stringify([room.head.key, sender, once?.deviceId, once?.txnId, type]);
}

/** Where the state whose history decides who may read what has its value. */
const VALUE_OF = new Map([
  ['m.room.member', 'membership'],
  ['m.room.history_visibility', 'history_visibility'],
]);

function changedTo(event: StoredEvent, before: RoomView | null): string | null {
  const name = VALUE_OF.get(event.type);
  if (name === undefined || event.stateKey === null) return null;
  const value = event.content[name];
  const valueBefore = before?.get(event.type, event.stateKey)?.content[name];
  return typeof value === 'string' && value !== valueBefore ? value : null;
}

function toRow(event: StoredEvent, pdu: string, changed: string | null): EventRow {
  return {
    room_key: event.roomKey,
    position: event.position,
    event_id: event.eventId,
    type: event.type,
    state_key: event.stateKey,
    sender: event.sender,
    pdu,
    redacted_by: null,
    device_id: event.sentBy?.deviceId ?? null,
    txn_id: event.sentBy?.txnId ?? null,
    changed_to: changed,
  };
}

import { invariant, type Awaitable } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Logger } from 'pino';
import type { Database, Db, Txn } from '../../storage/index.ts';
import type { Delivery, LoggedEntry, RoomKey } from './entry.ts';
import { apart, groupFanOuts, merge, plusUnread } from './fan-out/rules.ts';
import { fanOutStore } from './fan-out/store.ts';
import { Filing } from './fan-out/filing.ts';
import { RecentEntries } from './recent.ts';
import { createInboxStore, toRow, type Head, type Range } from './store.ts';
import { UnreadBook, type CountedUnread, type Unread } from './unread-book.ts';
import { createWake, type Wake } from './wake.ts';

/** The log of everything that reached one person, in order. */
export interface InboxService {
  readonly wake: Wake;
  /** Gives a new local user an inbox. */
  open(txn: Txn, userId: UserId): Promise<void>;
  /**
   * Appends in the given order, in this transaction; wakes the people concerned after it commits.
   * Gives each delivery's sequence number; null for people without an inbox here.
   */
  deliver(txn: Txn, deliveries: readonly Delivery[]): Promise<(number | null)[]>;
  /** The newest sequence number, and the one below which entries are gone. */
  getHead(db: Db, userId: UserId): Awaitable<Head>;
  listEntries(db: Db, userId: UserId, range: Range): Awaitable<LoggedEntry[]>;
  /** Unread events of a room. `readPosition` is asked only if the count is not remembered. */
  countUnread(
    db: Db,
    userId: UserId,
    room: { roomKey: RoomKey; readPosition: () => Promise<number> },
  ): Awaitable<Unread>;
  /** The person has read: once this commits, what is unread in the room is counted anew. */
  forgetUnread(txn: Txn, userId: UserId, roomKey: RoomKey): Promise<void>;
  /** The room position of the first event that reached the user after `seq`, or null. */
  firstPositionAfter(
    db: Db,
    userId: UserId,
    at: { roomKey: RoomKey; seq: number },
  ): Promise<number | null>;
  /** Moves what was told to many into the logs now; by itself this happens some seconds later. */
  file(): Promise<void>;
  /** Begins nothing new; what is under way ends. */
  close(): Promise<void>;
}

export interface InboxDeps {
  readonly db: Database;
  readonly log: Logger;
}

/**
 * Where one process does all the writing, as with SQLite, what it delivered it need not read again, and what
 * it told to many it files later. With several, the database is asked every time.
 */
export async function openInbox({ db, log }: InboxDeps): Promise<InboxService> {
  const store = createInboxStore();
  const wake = createWake();
  const isSoleWriter = db.engine === 'sqlite';
  const recent = isSoleWriter ? new RecentEntries() : null;
  const unread = isSoleWriter ? new UnreadBook() : null;
  const filing = isSoleWriter ? new Filing({ db, log, store }) : null;
  await filing?.open();

  async function idOf(reader: Db, userId: UserId): Promise<number> {
    const id = await store.findId(reader, userId);
    invariant(id !== null, 'a signed-in user has an inbox');
    return id;
  }

  function remember(inboxId: number, entries: readonly LoggedEntry[]): void {
    recent?.add(inboxId, entries);
    for (const entry of entries) {
      if (entry.kind === 'event' && entry.notify > 0)
        unread?.add(`${inboxId} ${entry.roomKey}`, entry);
    }
  }

  /** Writes the entries: one by one, and those of an event that is told to many together. */
  async function write(txn: Txn, added: ReadonlyMap<number, readonly LoggedEntry[]>) {
    const { fanOuts, rest } = filing && !filing.isFull ? groupFanOuts(added) : apart(added);
    const rows = rest.map(({ inboxId, entry }) => toRow(inboxId, entry.seq, entry));
    if (rows.length > 0) await store.insert(txn, rows);
    for (const fanOut of fanOuts) {
      const id = await fanOutStore.insert(txn, fanOut);
      txn.afterCommit(() => filing?.take(id, fanOut));
    }
  }

  async function countLog(
    reader: Db,
    inboxId: number,
    { roomKey, position }: { roomKey: RoomKey; position: number },
  ): Promise<CountedUnread> {
    const unfiled = filing?.unfiled.of(inboxId) ?? [];
    const without = unfiled.map(({ seq }) => seq);
    const counted = await store.countUnread(reader, inboxId, { roomKey, position, without });
    return unfiled.reduce((sum, entry) => plusUnread(sum, entry, { roomKey, position }), counted);
  }

  async function readHead(reader: Db, userId: UserId): Promise<Head> {
    const inboxId = await idOf(reader, userId);
    const read = await store.getHead(reader, inboxId);
    recent?.learnHead(inboxId, read);
    return read;
  }

  async function readEntries(reader: Db, userId: UserId, range: Range): Promise<LoggedEntry[]> {
    const inboxId = await idOf(reader, userId);
    const unfiled = filing?.unfiled.of(inboxId) ?? [];
    return merge(await store.listEntries(reader, inboxId, range), unfiled, range);
  }

  async function countAnew(
    reader: Db,
    userId: UserId,
    { roomKey, readPosition }: { roomKey: RoomKey; readPosition: () => Promise<number> },
  ): Promise<Unread> {
    const inboxId = await idOf(reader, userId);
    const count = async () =>
      countLog(reader, inboxId, { roomKey, position: await readPosition() });
    return unread ? unread.count(`${inboxId} ${roomKey}`, count) : count();
  }

  return {
    wake,
    open: (txn, userId) => store.open(txn, userId),

    async deliver(txn, deliveries) {
      const ids = new Map<UserId, number | null>();
      const counts = new Map<number, number>();
      for (const { userId } of deliveries) {
        if (!ids.has(userId)) ids.set(userId, await store.findId(txn.db, userId));
        const inboxId = ids.get(userId);
        if (inboxId) counts.set(inboxId, (counts.get(inboxId) ?? 0) + 1);
      }
      if (counts.size === 0) return deliveries.map(() => null);

      const heads = await store.raiseHeads(txn, counts);
      const added = new Map<number, LoggedEntry[]>();
      const seqs = deliveries.map(({ userId, entry }) => {
        const inboxId = ids.get(userId);
        if (!inboxId) return null;
        const left = counts.get(inboxId) ?? 0;
        counts.set(inboxId, left - 1);
        const seq = (heads.get(inboxId) ?? 0) - left + 1;
        const entries = added.get(inboxId) ?? [];
        added.set(inboxId, entries);
        entries.push({ ...entry, seq });
        return seq;
      });
      await write(txn, added);

      const woken = [...ids].flatMap(([userId, inboxId]) => (inboxId ? [userId] : []));
      txn.afterCommit(() => {
        for (const [inboxId, entries] of added) remember(inboxId, entries);
        wake.notify(woken);
      });
      return seqs;
    },

    getHead(reader, userId) {
      const inboxId = store.knownId(userId);
      const known = inboxId === undefined ? null : recent?.headOf(inboxId);
      return known ?? readHead(reader, userId);
    },

    listEntries(reader, userId, range) {
      const inboxId = store.knownId(userId);
      const known = inboxId === undefined ? null : recent?.find(inboxId, range);
      return known ?? readEntries(reader, userId, range);
    },

    countUnread(reader, userId, room) {
      const inboxId = store.knownId(userId);
      const known = inboxId === undefined ? null : unread?.find(`${inboxId} ${room.roomKey}`);
      return known ?? countAnew(reader, userId, room);
    },

    async forgetUnread(txn, userId, roomKey) {
      const key = `${await idOf(txn.db, userId)} ${roomKey}`;
      txn.afterCommit(() => unread?.forget(key));
    },

    async firstPositionAfter(reader, userId, at) {
      const inboxId = await idOf(reader, userId);
      const unfiled = (filing?.unfiled.of(inboxId) ?? []).flatMap((entry) =>
        entry.kind === 'event' && entry.roomKey === at.roomKey && entry.seq > at.seq
          ? [entry.position]
          : [],
      );
      const filed = await store.firstPositionAfter(reader, inboxId, at);
      const positions = filed === null ? unfiled : [filed, ...unfiled];
      return positions.length > 0 ? Math.min(...positions) : null;
    },

    file: async () => filing?.file(),
    close: async () => filing?.close(),
  };
}

import { invariant } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';
import type { Delivery, LoggedEntry, RoomKey } from './entry.ts';
import { RecentEntries } from './recent.ts';
import { createInboxStore, toRow, type Head, type Range } from './store.ts';
import { UnreadBook, type Unread } from './unread-book.ts';
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
  getHead(db: Db, userId: UserId): Promise<Head>;
  listEntries(db: Db, userId: UserId, range: Range): Promise<LoggedEntry[]>;
  /** Unread events of a room. `readPosition` is asked only if the count is not remembered. */
  countUnread(
    db: Db,
    userId: UserId,
    room: { roomKey: RoomKey; readPosition: () => Promise<number> },
  ): Promise<Unread>;
  /** The person has read: once this commits, what is unread in the room is counted anew. */
  forgetUnread(txn: Txn, userId: UserId, roomKey: RoomKey): Promise<void>;
  /** The room position of the first event that reached the user after `seq`, or null. */
  firstPositionAfter(
    db: Db,
    userId: UserId,
    at: { roomKey: RoomKey; seq: number },
  ): Promise<number | null>;
}

/**
 * With `soleWriter` this process does all the writing, so what it delivered it need not read again. With
 * several, the database is asked every time.
 */
export function createInboxService({ soleWriter }: { readonly soleWriter: boolean }): InboxService {
  const store = createInboxStore();
  const wake = createWake();
  const recent = soleWriter ? new RecentEntries() : null;
  const unread = soleWriter ? new UnreadBook() : null;

  async function idOf(db: Db, userId: UserId): Promise<number> {
    const id = await store.findId(db, userId);
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
      const rows: ReturnType<typeof toRow>[] = [];
      const added = new Map<number, LoggedEntry[]>();
      const seqs = deliveries.map(({ userId, entry }) => {
        const inboxId = ids.get(userId);
        if (!inboxId) return null;
        const left = counts.get(inboxId) ?? 0;
        counts.set(inboxId, left - 1);
        const seq = (heads.get(inboxId) ?? 0) - left + 1;
        rows.push(toRow(inboxId, seq, entry));
        const entries = added.get(inboxId) ?? [];
        added.set(inboxId, entries);
        entries.push({ ...entry, seq });
        return seq;
      });
      await store.insert(txn, rows);

      const woken = [...ids].flatMap(([userId, inboxId]) => (inboxId ? [userId] : []));
      txn.afterCommit(() => {
        for (const [inboxId, entries] of added) remember(inboxId, entries);
        wake.notify(woken);
      });
      return seqs;
    },

    async getHead(db, userId) {
      const inboxId = await idOf(db, userId);
      const known = recent?.headOf(inboxId);
      if (known) return known;
      const read = await store.getHead(db, inboxId);
      recent?.learnHead(inboxId, read);
      return read;
    },

    async listEntries(db, userId, range) {
      const inboxId = await idOf(db, userId);
      return recent?.find(inboxId, range) ?? store.listEntries(db, inboxId, range);
    },

    async countUnread(db, userId, { roomKey, readPosition }) {
      const inboxId = await idOf(db, userId);
      const countLog = async () =>
        store.countUnread(db, inboxId, { roomKey, position: await readPosition() });
      return unread ? unread.count(`${inboxId} ${roomKey}`, countLog) : countLog();
    },

    async forgetUnread(txn, userId, roomKey) {
      const key = `${await idOf(txn.db, userId)} ${roomKey}`;
      txn.afterCommit(() => unread?.forget(key));
    },

    firstPositionAfter: async (db, userId, at) =>
      store.firstPositionAfter(db, await idOf(db, userId), at),
  };
}

import { invariant } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';
import type { Delivery, LoggedEntry, RoomKey } from './entry.ts';
import { createInboxStore, toRow, type Range, type Unread } from './store.ts';
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
  getHead(db: Db, userId: UserId): Promise<{ head: number; compacted: number }>;
  listEntries(db: Db, userId: UserId, range: Range): Promise<LoggedEntry[]>;
  /** Unread events of a room after a position of that room. */
  countUnread(
    db: Db,
    userId: UserId,
    after: { roomKey: RoomKey; position: number },
  ): Promise<Unread>;
  /** The room position of the first event that reached the user after `seq`, or null. */
  firstPositionAfter(
    db: Db,
    userId: UserId,
    at: { roomKey: RoomKey; seq: number },
  ): Promise<number | null>;
}

export function createInboxService(): InboxService {
  const store = createInboxStore();
  const wake = createWake();

  async function idOf(db: Db, userId: UserId): Promise<number> {
    const id = await store.findId(db, userId);
    invariant(id !== null, 'a signed-in user has an inbox');
    return id;
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
      const seqs = deliveries.map(({ userId, entry }) => {
        const inboxId = ids.get(userId);
        if (!inboxId) return null;
        const left = counts.get(inboxId) ?? 0;
        counts.set(inboxId, left - 1);
        const seq = (heads.get(inboxId) ?? 0) - left + 1;
        rows.push(toRow(inboxId, seq, entry));
        return seq;
      });
      await store.insert(txn, rows);

      const woken = [...ids].flatMap(([userId, inboxId]) => (inboxId ? [userId] : []));
      txn.afterCommit(() => wake.notify(woken));
      return seqs;
    },

    getHead: async (db, userId) => store.getHead(db, await idOf(db, userId)),
    listEntries: async (db, userId, range) => store.listEntries(db, await idOf(db, userId), range),
    countUnread: async (db, userId, after) => store.countUnread(db, await idOf(db, userId), after),
    firstPositionAfter: async (db, userId, at) =>
      store.firstPositionAfter(db, await idOf(db, userId), at),
  };
}

import type { UserId } from '@sotto/protocol';
import type { Database, Txn } from '../../../storage/index.ts';
import { blockStore } from './block-store.ts';

/**
 * Who has blocked whom, remembered: it is asked for every message and everyone it goes to. A block is some
 * hundred bytes, so those of a whole server fit.
 */
export interface BlockBook {
  has(owner: UserId, subject: UserId): boolean;
  /** Either has blocked the other: neither is told that the other is there, types or reads. */
  areApart(one: UserId, other: UserId): boolean;
  replace(txn: Txn, owner: UserId, subjects: readonly UserId[]): Promise<void>;
}

export async function openBlockBook(
  db: Database,
  /** Told of whoever has blocked others than before. */
  onChanged: (owner: UserId) => void,
): Promise<BlockBook> {
  const blocked = new Map<UserId, Set<UserId>>();
  for (const { owner, subject } of await blockStore.listAll(db.read)) {
    blocked.set(owner, (blocked.get(owner) ?? new Set()).add(subject));
  }

  const has = (owner: UserId, subject: UserId) => blocked.get(owner)?.has(subject) ?? false;
  return {
    has,
    areApart: (one, other) => has(one, other) || has(other, one),
    async replace(txn, owner, subjects) {
      await blockStore.replace(txn, owner, subjects);
      txn.afterCommit(() => {
        if (subjects.length === 0) blocked.delete(owner);
        else blocked.set(owner, new Set(subjects));
        onChanged(owner);
      });
    },
  };
}

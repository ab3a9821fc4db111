import { hash } from 'node:crypto';
import { BoundedMap, type Clock } from '@sotto/kit';
import { parseJson, syncFilterSchema, type SyncFilter, type UserId } from '@sotto/protocol';
import { Compile } from 'typebox/compile';
import type { Database } from '../../storage/index.ts';
import { refuse } from './errors.ts';
import { filterStore } from './filter-store.ts';
import { checkOwner } from './rules.ts';

/** More filters than any client needs; the one uploaded longest ago makes room for a new one. */
const FILTERS_PER_USER_MAX = 100;

/** A filter is read on every sync. At 64 KiB each, the largest, these are 32 MB. */
const REMEMBERED_MAX = 500;

export interface FilterService {
  /** Keeps a filter; the same filter gets the same id again. */
  defineFilter(caller: UserId, owner: UserId, filter: SyncFilter): Promise<string>;
  getFilter(caller: UserId, owner: UserId, filterId: string): Promise<SyncFilter>;
  /** What a sync's `filter` parameter means: JSON if it begins with a brace, else an id. */
  resolveFilter(userId: UserId, given: string): Promise<SyncFilter>;
}

export function createFilterService({ db, clock }: { db: Database; clock: Clock }): FilterService {
  const remembered = new BoundedMap<string, SyncFilter>(REMEMBERED_MAX);
  const checker = Compile(syncFilterSchema);

  async function findFilter(userId: UserId, filterId: string): Promise<SyncFilter | null> {
    const key = `${userId} ${filterId}`;
    const known = remembered.get(key);
    if (known) return known;
    const found = await filterStore.find(db.read, userId, filterId);
    if (found) remembered.set(key, found);
    return found;
  }

  async function knownFilter(userId: UserId, filterId: string): Promise<SyncFilter> {
    const found = await findFilter(userId, filterId);
    if (found) return found;
    throw refuse('filter_not_found', 'This filter is not known any more.');
  }

  return {
    async defineFilter(caller, owner, filter) {
      checkOwner(caller, owner);
      const definition = JSON.stringify(filter);
      const filterId = hash('sha256', definition, 'base64url').slice(0, 22);
      await db.write(async (txn) => {
        const uploadedMs = clock.nowMs();
        await filterStore.put(txn, { userId: owner, filterId, definition, uploadedMs });
        await filterStore.keepNewest(txn, owner, FILTERS_PER_USER_MAX);
      });
      return filterId;
    },

    async getFilter(caller, owner, filterId) {
      checkOwner(caller, owner);
      return knownFilter(owner, filterId);
    },

    async resolveFilter(userId, given) {
      if (!given.startsWith('{')) return knownFilter(userId, given);
      const filter = parseJson(given);
      if (!checker.Check(filter)) throw refuse('invalid_filter', 'This is not a filter.');
      return filter;
    },
  };
}

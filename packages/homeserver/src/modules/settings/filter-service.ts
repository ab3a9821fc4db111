import { hash } from 'node:crypto';
import { BoundedMap, type Awaitable, type Clock } from '@sotto/kit';
import { parseJson, syncFilterSchema, type SyncFilter, type UserId } from '@sotto/protocol';
import { Compile } from 'typebox/compile';
import type { Database } from '../../storage/index.ts';
import { refuse } from './errors.ts';
import { filterStore } from './filter-store.ts';
import { checkOwner } from './rules.ts';

/** More filters than any client needs; the one uploaded longest ago makes room for a new one. */
const FILTERS_PER_USER_MAX = 100;

/** A filter is read on every sync, so those of everyone who is there are remembered; most are small. */
const REMEMBERED = { countMax: 50_000, charactersMax: 32_000_000 };

export interface FilterService {
  /** Keeps a filter; the same filter gets the same id again. */
  defineFilter(caller: UserId, owner: UserId, filter: SyncFilter): Promise<string>;
  getFilter(caller: UserId, owner: UserId, filterId: string): Promise<SyncFilter>;
  /** What a sync's `filter` parameter means: JSON if it begins with a brace, else an id. */
  resolveFilter(userId: UserId, given: string): Awaitable<SyncFilter>;
}

export function createFilterService({ db, clock }: { db: Database; clock: Clock }): FilterService {
  const remembered = new BoundedMap<string, { filter: SyncFilter; characters: number }>(
    REMEMBERED.countMax,
    { weightMax: REMEMBERED.charactersMax, weigh: ({ characters }) => characters },
  );
  const checker = Compile(syncFilterSchema);

  function rememberedFilter(userId: UserId, filterId: string): SyncFilter | undefined {
    return remembered.get(`${userId} ${filterId}`)?.filter;
  }

  async function findFilter(userId: UserId, filterId: string): Promise<SyncFilter | null> {
    const known = rememberedFilter(userId, filterId);
    if (known) return known;
    const definition = await filterStore.find(db.read, userId, filterId);
    if (definition === null) return null;
    // SAFETY: only definitions that fit the contract are written.
    const filter = JSON.parse(definition) as SyncFilter;
    remembered.set(`${userId} ${filterId}`, { filter, characters: definition.length });
    return filter;
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

    resolveFilter(userId, given) {
      if (!given.startsWith('{'))
        return rememberedFilter(userId, given) ?? knownFilter(userId, given);
      const filter = parseJson(given);
      if (!checker.Check(filter)) throw refuse('invalid_filter', 'This is not a filter.');
      return filter;
    },
  };
}

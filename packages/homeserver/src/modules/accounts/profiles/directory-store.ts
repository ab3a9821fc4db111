import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { DirectoryTerm } from './directory-rules.ts';

/** Sorts behind everything that begins with the term, in the order of bytes. */
const LAST_SIGN = '\u{10FFFF}';

/** One name can match several times ("anna" has two endings on a), so more rows than people are read. */
const ROWS_READ_MAX = 1_000;

interface Search {
  readonly rank: number;
  readonly term: string;
  readonly limit: number;
}

/** Sole owner of `directory_entry`. */
export const directoryStore = {
  /** Lets a person be found by these terms, and by no earlier ones. */
  async put(txn: Txn, userId: UserId, terms: readonly DirectoryTerm[]): Promise<void> {
    await directoryStore.remove(txn, userId);
    if (terms.length === 0) return;
    const rows = terms.map((entry) => ({
      rank: entry.rank,
      term: entry.term,
      user_id: userId,
    }));
    await txn.db.insertInto('directory_entry').values(rows).execute();
  },

  async remove(txn: Txn, userId: UserId): Promise<void> {
    await txn.db.deleteFrom('directory_entry').where('user_id', '=', userId).execute();
  },

  /** Whoever has this very term with this rank. */
  async findWhole(db: Db, { rank, term, limit }: Search): Promise<UserId[]> {
    const rows = await db
      .selectFrom('directory_entry')
      .select('user_id')
      .where('rank', '=', rank)
      .where('term', '=', term)
      .orderBy('user_id')
      .limit(limit)
      .execute();
    // SAFETY: only ids of accounts are stored.
    return rows.map((row) => row.user_id as UserId);
  },

  /** People with a name of this rank that begins with the term, the closest first. */
  async search(db: Db, { rank, term, limit }: Search): Promise<UserId[]> {
    const rows = await db
      .selectFrom((eb) =>
        eb
          .selectFrom('directory_entry')
          .select(['user_id', 'term'])
          .where('rank', '=', rank)
          .where('term', '>=', term)
          .where('term', '<', `${term}${LAST_SIGN}`)
          .orderBy('term')
          .limit(ROWS_READ_MAX)
          .as('found'),
      )
      .select('user_id')
      .groupBy('user_id')
      .orderBy((eb) => eb.fn.min('term'))
      .orderBy('user_id')
      .limit(limit)
      .execute();
    // SAFETY: only ids of accounts are stored.
    return rows.map((row) => row.user_id as UserId);
  },
};

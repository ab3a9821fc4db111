import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';

export interface StoredFilter {
  readonly userId: UserId;
  readonly filterId: string;
  readonly definition: string;
  readonly uploadedMs: number;
}

/** Sole owner of `sync_filter`. */
export const filterStore = {
  async put(txn: Txn, filter: StoredFilter): Promise<void> {
    await txn.db
      .insertInto('sync_filter')
      .values({
        user_id: filter.userId,
        filter_id: filter.filterId,
        definition: filter.definition,
        uploaded_ms: filter.uploadedMs,
      })
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'filter_id']).doUpdateSet({ uploaded_ms: filter.uploadedMs }),
      )
      .execute();
  },

  async keepNewest(txn: Txn, userId: UserId, count: number): Promise<void> {
    await txn.db
      .deleteFrom('sync_filter')
      .where('user_id', '=', userId)
      .where('filter_id', 'not in', (eb) =>
        eb
          .selectFrom('sync_filter as kept')
          .select('kept.filter_id')
          .where('kept.user_id', '=', userId)
          .orderBy('kept.uploaded_ms', 'desc')
          .limit(count),
      )
      .execute();
  },

  async removeAll(txn: Txn, userId: UserId): Promise<void> {
    await txn.db.deleteFrom('sync_filter').where('user_id', '=', userId).execute();
  },

  async find(db: Db, userId: UserId, filterId: string): Promise<string | null> {
    const row = await db
      .selectFrom('sync_filter')
      .select('definition')
      .where('user_id', '=', userId)
      .where('filter_id', '=', filterId)
      .executeTakeFirst();
    return row?.definition ?? null;
  },
};

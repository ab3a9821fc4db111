import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';
import type { AgeMark } from './age-rules.ts';

export interface KeptMark {
  readonly userId: UserId;
  readonly mark: AgeMark;
  readonly changedMs: number;
}

/** Sole owner of `age_mark`. */
export const ageStore = {
  /** Those written at this time or later, the oldest first. */
  async listSince(db: Db, changedMs: number): Promise<KeptMark[]> {
    const rows = await db
      .selectFrom('age_mark')
      .selectAll()
      .where('changed_ms', '>=', changedMs)
      .orderBy('changed_ms')
      .execute();
    return rows.map((row) => ({
      // SAFETY: only ids of accounts are stored.
      userId: row.user_id as UserId,
      mark: { isMinor: row.minor === 1, untilMs: row.until_ms },
      changedMs: row.changed_ms,
    }));
  },

  async put(txn: Txn, { userId, mark, changedMs }: KeptMark): Promise<void> {
    const values = {
      minor: mark.isMinor ? 1 : 0,
      until_ms: mark.untilMs,
      changed_ms: changedMs,
    };
    await txn.db
      .insertInto('age_mark')
      .values({ user_id: userId, ...values })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
      .execute();
  },

  async remove(txn: Txn, userId: UserId): Promise<void> {
    await txn.db.deleteFrom('age_mark').where('user_id', '=', userId).execute();
  },

  /** Nothing is kept of somebody who has come of age. */
  async removeGrown(txn: Txn, nowMs: number): Promise<void> {
    await txn.db.deleteFrom('age_mark').where('until_ms', '<=', nowMs).execute();
  },

  /** The same where everybody without a mark is a minor: that they are of age has to be said. */
  async markGrown(txn: Txn, nowMs: number): Promise<void> {
    await txn.db
      .updateTable('age_mark')
      .set({ minor: 0, until_ms: null, changed_ms: nowMs })
      .where('until_ms', '<=', nowMs)
      .execute();
  },
};

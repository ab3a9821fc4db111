import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

/** Sole owner of `visibility`. */
export const visibilityStore = {
  async listAll(db: Db): Promise<readonly { owner: UserId; settings: unknown }[]> {
    const rows = await db.selectFrom('visibility').selectAll().execute();
    return rows.map(({ owner, settings }) => ({
      // SAFETY: only accounts have settings.
      owner: owner as UserId,
      settings: JSON.parse(settings) as unknown,
    }));
  },

  async put(txn: Txn, owner: UserId, settings: unknown): Promise<void> {
    const values = { settings: JSON.stringify(settings) };
    await txn.db
      .insertInto('visibility')
      .values({ owner, ...values })
      .onConflict((conflict) => conflict.column('owner').doUpdateSet(values))
      .execute();
  },

  async remove(txn: Txn, owner: UserId): Promise<void> {
    await txn.db.deleteFrom('visibility').where('owner', '=', owner).execute();
  },
};

import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

/** Sole owner of `block`. */
export const blockStore = {
  async listAll(db: Db): Promise<readonly { owner: UserId; subject: UserId }[]> {
    const rows = await db.selectFrom('block').selectAll().execute();
    // SAFETY: owners are accounts, and subjects were checked before they were stored.
    return rows as { owner: UserId; subject: UserId }[];
  },

  async has(db: Db, owner: UserId, subject: UserId): Promise<boolean> {
    const row = await db
      .selectFrom('block')
      .select('owner')
      .where('owner', '=', owner)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row !== undefined;
  },

  async replace(txn: Txn, owner: UserId, subjects: readonly UserId[]): Promise<void> {
    await txn.db.deleteFrom('block').where('owner', '=', owner).execute();
    if (subjects.length === 0) return;
    const rows = subjects.map((subject) => ({ owner, subject }));
    await txn.db.insertInto('block').values(rows).execute();
  },
};

import type { QuietHours, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { OwnRules } from '../rules/own-rules.ts';

/** Sole owner of `push_rules` and `quiet_hours`. */
export const pushStore = {
  async listRules(db: Db): Promise<readonly { owner: UserId; rules: OwnRules }[]> {
    const rows = await db.selectFrom('push_rules').selectAll().execute();
    // SAFETY: only accounts have rules, and they were checked before they were stored.
    return rows.map(({ owner, rules }) => ({ owner: owner as UserId, rules: parse(rules) }));
  },

  async findRules(db: Db, owner: UserId): Promise<OwnRules | null> {
    const row = await db
      .selectFrom('push_rules')
      .select('rules')
      .where('owner', '=', owner)
      .executeTakeFirst();
    return row ? parse(row.rules) : null;
  },

  async putRules(txn: Txn, owner: UserId, rules: OwnRules): Promise<void> {
    const values = { rules: JSON.stringify(rules) };
    await txn.db
      .insertInto('push_rules')
      .values({ owner, ...values })
      .onConflict((conflict) => conflict.column('owner').doUpdateSet(values))
      .execute();
  },

  async listHours(db: Db): Promise<readonly { owner: UserId; hours: QuietHours }[]> {
    const rows = await db.selectFrom('quiet_hours').selectAll().execute();
    return rows.map(({ owner, hours }) => ({
      // SAFETY: only accounts have quiet hours, and they were checked before they were stored.
      owner: owner as UserId,
      hours: JSON.parse(hours) as QuietHours,
    }));
  },

  async putHours(txn: Txn, owner: UserId, hours: QuietHours): Promise<void> {
    const values = { hours: JSON.stringify(hours) };
    await txn.db
      .insertInto('quiet_hours')
      .values({ owner, ...values })
      .onConflict((conflict) => conflict.column('owner').doUpdateSet(values))
      .execute();
  },

  async removePerson(txn: Txn, owner: UserId): Promise<void> {
    await txn.db.deleteFrom('push_rules').where('owner', '=', owner).execute();
    await txn.db.deleteFrom('quiet_hours').where('owner', '=', owner).execute();
  },
};

function parse(rules: string): OwnRules {
  // SAFETY: only rules are written.
  return JSON.parse(rules) as OwnRules;
}

import type { Discoverability, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

export interface NewAccount {
  readonly userId: UserId;
  readonly passwordHash: string;
  readonly displayName: string | null;
  readonly nowMs: number;
}

/** Times in ms since 1970; null is never. */
export interface AccountFacts {
  readonly createdMs: number;
  readonly nameChangedMs: number | null;
  readonly photoChangedMs: number | null;
  readonly discoverability: Discoverability;
  readonly isBusiness: boolean;
}

/** Owner of `account`; the profile columns belong to `profile-store.ts`. */
export const accountStore = {
  /** Gives false if the name is taken, whoever was quicker. */
  async insert(txn: Txn, account: NewAccount): Promise<boolean> {
    const result = await txn.db
      .insertInto('account')
      .values({
        user_id: account.userId,
        password_hash: account.passwordHash,
        created_ms: account.nowMs,
        deactivated_ms: null,
        erased: 0,
        display_name: account.displayName,
        avatar_url: null,
        name_changed_ms: null,
        photo_changed_ms: null,
        discoverability: 'listed',
        business: 0,
        suspended_ms: null,
        moderator: 0,
      })
      .onConflict((conflict) => conflict.column('user_id').doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },

  async isTaken(db: Db, userId: UserId): Promise<boolean> {
    const row = await db
      .selectFrom('account')
      .select('user_id')
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return row !== undefined;
  },

  /** The people among these who have a living account here. */
  async listActive(db: Db, userIds: readonly UserId[]): Promise<Set<UserId>> {
    if (userIds.length === 0) return new Set();
    const rows = await db
      .selectFrom('account')
      .select('user_id')
      .where('user_id', 'in', userIds)
      .where('deactivated_ms', 'is', null)
      .execute();
    // SAFETY: these are among the ids that were asked for.
    return new Set(rows.map((row) => row.user_id as UserId));
  },

  /** What a living account tells of itself that its person did not choose; null if there is none. */
  async findFacts(db: Db, userId: UserId): Promise<AccountFacts | null> {
    const row = await db
      .selectFrom('account')
      .select(['created_ms', 'name_changed_ms', 'photo_changed_ms', 'discoverability', 'business'])
      .where('user_id', '=', userId)
      .where('deactivated_ms', 'is', null)
      .executeTakeFirst();
    return row
      ? {
          createdMs: row.created_ms,
          nameChangedMs: row.name_changed_ms,
          photoChangedMs: row.photo_changed_ms,
          discoverability: row.discoverability,
          isBusiness: row.business === 1,
        }
      : null;
  },

  async setDiscoverability(txn: Txn, userId: UserId, mode: Discoverability): Promise<void> {
    await txn.db
      .updateTable('account')
      .set({ discoverability: mode })
      .where('user_id', '=', userId)
      .execute();
  },

  async setBusiness(txn: Txn, userId: UserId, isBusiness: boolean): Promise<void> {
    await txn.db
      .updateTable('account')
      .set({ business: isBusiness ? 1 : 0 })
      .where('user_id', '=', userId)
      .execute();
  },

  async listSuspended(db: Db): Promise<UserId[]> {
    const rows = await db
      .selectFrom('account')
      .select('user_id')
      .where('suspended_ms', 'is not', null)
      .execute();
    // SAFETY: accounts are stored under user ids.
    return rows.map((row) => row.user_id as UserId);
  },

  async setSuspended(txn: Txn, userId: UserId, sinceMs: number | null): Promise<void> {
    await txn.db
      .updateTable('account')
      .set({ suspended_ms: sinceMs })
      .where('user_id', '=', userId)
      .execute();
  },

  async isModerator(db: Db, userId: UserId): Promise<boolean> {
    const row = await db
      .selectFrom('account')
      .select('user_id')
      .where('user_id', '=', userId)
      .where('moderator', '=', 1)
      .where('deactivated_ms', 'is', null)
      .executeTakeFirst();
    return row !== undefined;
  },

  async setModerator(txn: Txn, userId: UserId, isModerator: boolean): Promise<void> {
    await txn.db
      .updateTable('account')
      .set({ moderator: isModerator ? 1 : 0 })
      .where('user_id', '=', userId)
      .execute();
  },

  async findPasswordHash(db: Db, userId: UserId): Promise<string | null> {
    const row = await db
      .selectFrom('account')
      .select('password_hash')
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return row?.password_hash ?? null;
  },

  /**
   * Makes concurrent changes of one account wait for each other, and gives whether it is alive.
   * Postgres needs the row lock; SQLite has one writer anyway.
   */
  async lockActive(txn: Txn, userId: UserId): Promise<boolean> {
    const row = await txn.db
      .updateTable('account')
      .set((eb) => ({ created_ms: eb.ref('created_ms') }))
      .where('user_id', '=', userId)
      .where('deactivated_ms', 'is', null)
      .returning('user_id')
      .executeTakeFirst();
    return row !== undefined;
  },

  async setPasswordHash(txn: Txn, userId: UserId, passwordHash: string): Promise<void> {
    await txn.db
      .updateTable('account')
      .set({ password_hash: passwordHash })
      .where('user_id', '=', userId)
      .execute();
  },

  /** Leaves nothing but the name's being taken. */
  async deactivate(
    txn: Txn,
    userId: UserId,
    end: { nowMs: number; erased: boolean },
  ): Promise<void> {
    await txn.db
      .updateTable('account')
      .set({
        password_hash: null,
        deactivated_ms: end.nowMs,
        erased: end.erased ? 1 : 0,
        display_name: null,
        avatar_url: null,
      })
      .where('user_id', '=', userId)
      .execute();
  },
};

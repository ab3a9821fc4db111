import type { CrossSigningKey, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { CrossSigningUsage } from '../tables.ts';

/** A cross-signing key as stored: beside the body, what it is looked up by. */
export interface StoredCrossSigningKey {
  readonly usage: CrossSigningUsage;
  /** Unpadded base64, as it stands in the key's name. */
  readonly publicKey: string;
  /** As uploaded; of its signatures only the master key's. */
  readonly body: CrossSigningKey;
}

export interface OwnedCrossSigningKey extends StoredCrossSigningKey {
  readonly userId: UserId;
}

/** Sole owner of `cross_signing_key`. */
export const crossSigningStore = {
  async list(db: Db, userIds: readonly UserId[]): Promise<OwnedCrossSigningKey[]> {
    if (userIds.length === 0) return [];
    const rows = await db
      .selectFrom('cross_signing_key')
      .selectAll()
      .where('user_id', 'in', userIds)
      .execute();
    return rows.map((row) => ({
      userId: row.user_id,
      usage: row.usage,
      publicKey: row.public_key,
      // SAFETY: only checked keys are stored.
      body: JSON.parse(row.body) as CrossSigningKey,
    }));
  },

  /** When the person's identity was last replaced by another; null if never. */
  async findReplacedMs(db: Db, userId: UserId): Promise<number | null> {
    const row = await db
      .selectFrom('cross_signing_key')
      .select('replaced_ms')
      .where('user_id', '=', userId)
      .where('usage', '=', 'master')
      .executeTakeFirst();
    return row?.replaced_ms ?? null;
  },

  async hasPublicKey(db: Db, userId: UserId, publicKey: string): Promise<boolean> {
    const row = await db
      .selectFrom('cross_signing_key')
      .select('usage')
      .where('user_id', '=', userId)
      .where('public_key', '=', publicKey)
      .executeTakeFirst();
    return row !== undefined;
  },

  /** Gives false, and may have added some, if the person has a key of one of these usages already. */
  async insert(
    txn: Txn,
    userId: UserId,
    { keys, replacedMs }: { keys: readonly StoredCrossSigningKey[]; replacedMs: number | null },
  ): Promise<boolean> {
    const rows = await txn.db
      .insertInto('cross_signing_key')
      .values(
        keys.map(({ usage, publicKey, body }) => ({
          user_id: userId,
          usage,
          public_key: publicKey,
          body: JSON.stringify(body),
          replaced_ms: replacedMs,
        })),
      )
      .onConflict((conflict) => conflict.columns(['user_id', 'usage']).doNothing())
      .returning('usage')
      .execute();
    return rows.length === keys.length;
  },

  async delete(txn: Txn, userId: UserId, usages: readonly CrossSigningUsage[]): Promise<void> {
    if (usages.length === 0) return;
    await txn.db
      .deleteFrom('cross_signing_key')
      .where('user_id', '=', userId)
      .where('usage', 'in', usages)
      .execute();
  },
};

import type { DeviceId, OneTimeKey, UserId } from '@sotto/protocol';
import { sql } from 'kysely';
import type { Db, Txn } from '../../../storage/index.ts';
import type { DeviceRef, PublishedKey } from './device-key-rules.ts';
import type { ClaimedKey, Wanted } from './one-time-key-store.ts';

interface FallbackRow {
  readonly user_id: UserId;
  readonly device_id: DeviceId;
  readonly algorithm: string;
  readonly key_id: string;
  readonly body: string;
  readonly used: number;
}

/** A fallback key on its way to somebody, and whether it was given out before. */
export type FallbackKey = ClaimedKey & { readonly isUsed: boolean };

/** Sole owner of `fallback_key`. */
export const fallbackKeyStore = {
  /** Sets a device's key for an algorithm. The same key again changes nothing, a new one is unused. */
  async set(
    txn: Txn,
    { userId, deviceId }: DeviceRef,
    { algorithm, keyId, key }: PublishedKey,
  ): Promise<void> {
    const fresh = { key_id: keyId, body: JSON.stringify(key), used: 0 };
    await txn.db
      .insertInto('fallback_key')
      .values({ user_id: userId, device_id: deviceId, algorithm, ...fresh })
      .onConflict((conflict) =>
        conflict
          .columns(['user_id', 'device_id', 'algorithm'])
          .doUpdateSet(fresh)
          .where('fallback_key.body', '!=', fresh.body),
      )
      .execute();
  },

  async list(db: Db, wanted: readonly Wanted[]): Promise<FallbackKey[]> {
    const values = wanted.map(
      ({ userId, deviceId, algorithm }) =>
        sql`(cast(${userId} as text), cast(${deviceId} as text), cast(${algorithm} as text))`,
    );
    const { rows } = await sql<FallbackRow>`
      select f.user_id, f.device_id, f.algorithm, f.key_id, f.body, f.used
      from (values ${sql.join(values)}) as wanted
      join fallback_key as f
        on f.user_id = column1 and f.device_id = column2 and f.algorithm = column3`.execute(db);
    return rows.map((row) => ({
      userId: row.user_id,
      deviceId: row.device_id,
      algorithm: row.algorithm,
      keyId: row.key_id,
      // SAFETY: only checked keys are stored.
      key: JSON.parse(row.body) as OneTimeKey,
      isUsed: row.used === 1,
    }));
  },

  async markUsed(txn: Txn, { userId, deviceId, algorithm, keyId }: ClaimedKey): Promise<void> {
    await txn.db
      .updateTable('fallback_key')
      .set({ used: 1 })
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .where('algorithm', '=', algorithm)
      .where('key_id', '=', keyId)
      .execute();
  },

  async listUnusedAlgorithms(db: Db, { userId, deviceId }: DeviceRef): Promise<string[]> {
    const rows = await db
      .selectFrom('fallback_key')
      .select('algorithm')
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .where('used', '=', 0)
      .orderBy('algorithm')
      .execute();
    return rows.map((row) => row.algorithm);
  },

  async delete(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<void> {
    await txn.db
      .deleteFrom('fallback_key')
      .where('user_id', '=', userId)
      .where('device_id', 'in', deviceIds)
      .execute();
  },
};

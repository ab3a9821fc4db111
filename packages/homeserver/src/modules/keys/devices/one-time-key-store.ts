import type { DeviceId, OneTimeKey, UserId } from '@sotto/protocol';
import { sql } from 'kysely';
import type { Db, Txn } from '../../../storage/index.ts';
import type { DeviceRef, PublishedKey } from './device-key-rules.ts';

/** A device somebody wants to write to, and the kind of key they can use. */
export interface Wanted extends DeviceRef {
  readonly algorithm: string;
}

export type ClaimedKey = DeviceRef & PublishedKey;

interface KeyRow {
  readonly user_id: UserId;
  readonly device_id: DeviceId;
  readonly algorithm: string;
  readonly key_id: string;
  readonly body: string;
}

/** Sole owner of `one_time_key`. */
export const oneTimeKeyStore = {
  /** The keys of the device that have these ids, whether or not they were given out. */
  async listNamed(
    db: Db,
    device: DeviceRef,
    keys: readonly PublishedKey[],
  ): Promise<PublishedKey[]> {
    const rows = await db
      .selectFrom('one_time_key')
      .select(['user_id', 'device_id', 'algorithm', 'key_id', 'body'])
      .where('user_id', '=', device.userId)
      .where('device_id', '=', device.deviceId)
      .where('algorithm', 'in', [...new Set(keys.map(({ algorithm }) => algorithm))])
      .where(
        'key_id',
        'in',
        keys.map(({ keyId }) => keyId),
      )
      .execute();
    return rows.map(toKey);
  },

  /** Adds keys to the end of the queue. An id that is there already stays what it is. */
  async add(
    txn: Txn,
    { userId, deviceId }: DeviceRef,
    keys: readonly PublishedKey[],
  ): Promise<void> {
    await txn.db
      .insertInto('one_time_key')
      .values(
        keys.map(({ algorithm, keyId, key }) => ({
          user_id: userId,
          device_id: deviceId,
          algorithm,
          key_id: keyId,
          body: JSON.stringify(key),
          claimed: 0,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'device_id', 'algorithm', 'key_id']).doNothing(),
      )
      .execute();
  },

  /**
   * Takes the oldest key of each wanted kind out of the queue, all in one statement, so that no two
   * claims ever get the same key. A key that another claim takes at the same moment is left out.
   */
  async takeOldest(txn: Txn, wanted: readonly Wanted[]): Promise<ClaimedKey[]> {
    const { rows } = await sql<KeyRow>`
      update one_time_key set claimed = 1
      where claimed = 0 and id in (select id from (${nextKeys(wanted)}) as candidate)
      returning user_id, device_id, algorithm, key_id, body`.execute(txn.db);
    return rows.map(toKey);
  },

  async hasNext(db: Db, wanted: readonly Wanted[]): Promise<boolean> {
    const { rows } = await sql`
      select id from (${nextKeys(wanted)}) as candidate where id is not null limit 1`.execute(db);
    return rows.length > 0;
  },

  /** Withdraws all but the newest `keep` keys: they count as given out. */
  async withdrawOldest(txn: Txn, wanted: Wanted, keep: number): Promise<void> {
    const oldest = await nthNewest(txn.db, wanted, { claimed: 0, skip: keep });
    if (oldest === null) return;
    await txn.db
      .updateTable('one_time_key')
      .set({ claimed: 1 })
      .where('user_id', '=', wanted.userId)
      .where('device_id', '=', wanted.deviceId)
      .where('algorithm', '=', wanted.algorithm)
      .where('claimed', '=', 0)
      .where('id', '<=', oldest)
      .execute();
  },

  /** Forgets all but the newest `keep` keys that were given out. */
  async forgetClaimed(txn: Txn, wanted: Wanted, keep: number): Promise<void> {
    const oldest = await nthNewest(txn.db, wanted, { claimed: 1, skip: keep });
    if (oldest === null) return;
    await txn.db
      .deleteFrom('one_time_key')
      .where('user_id', '=', wanted.userId)
      .where('device_id', '=', wanted.deviceId)
      .where('algorithm', '=', wanted.algorithm)
      .where('claimed', '=', 1)
      .where('id', '<=', oldest)
      .execute();
  },

  async count(db: Db, { userId, deviceId }: DeviceRef): Promise<Map<string, number>> {
    const rows = await db
      .selectFrom('one_time_key')
      .select((eb) => ['algorithm', eb.fn.countAll<number | string>().as('keys')])
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .where('claimed', '=', 0)
      .groupBy('algorithm')
      .execute();
    return new Map(rows.map((row) => [row.algorithm, Number(row.keys)]));
  },

  async withdrawAll(txn: Txn): Promise<void> {
    await txn.db.updateTable('one_time_key').set({ claimed: 1 }).where('claimed', '=', 0).execute();
  },

  async delete(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<void> {
    await txn.db
      .deleteFrom('one_time_key')
      .where('user_id', '=', userId)
      .where('device_id', 'in', deviceIds)
      .execute();
  },
};

/** For each wanted kind the id of the oldest key left, or null. */
function nextKeys(wanted: readonly Wanted[]) {
  const values = wanted.map(
    ({ userId, deviceId, algorithm }) =>
      sql`(cast(${userId} as text), cast(${deviceId} as text), cast(${algorithm} as text))`,
  );
  return sql`
    select (
      select k.id from one_time_key as k
      where k.user_id = column1 and k.device_id = column2 and k.algorithm = column3 and k.claimed = 0
      order by k.id limit 1
    ) as id
    from (values ${sql.join(values)}) as wanted`;
}

async function nthNewest(
  db: Db,
  { userId, deviceId, algorithm }: Wanted,
  { claimed, skip }: { claimed: 0 | 1; skip: number },
): Promise<number | null> {
  const row = await db
    .selectFrom('one_time_key')
    .select('id')
    .where('user_id', '=', userId)
    .where('device_id', '=', deviceId)
    .where('algorithm', '=', algorithm)
    .where('claimed', '=', claimed)
    .orderBy('id', 'desc')
    .offset(skip)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

function toKey(row: KeyRow): ClaimedKey {
  return {
    userId: row.user_id,
    deviceId: row.device_id,
    algorithm: row.algorithm,
    keyId: row.key_id,
    // SAFETY: only checked keys are stored.
    key: JSON.parse(row.body) as OneTimeKey,
  };
}

import type { DeviceId, UserId } from '@sotto/protocol';
import type { Selectable } from 'kysely';
import type { Caller } from '../../../http/index.ts';
import type { Db, Txn } from '../../../storage/index.ts';
import type { AccountTables } from '../tables.ts';

/** A pair of tokens as stored. */
export interface StoredSession {
  readonly id: number;
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly accessExpiresMs: number | null;
  readonly confirmed: boolean;
}

export interface NewSession {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly accessHash: string;
  readonly refreshHash: string | null;
  readonly accessExpiresMs: number | null;
  readonly confirmed: boolean;
}

/** Sole owner of `session`. What deletes gives the access hashes, for caches to forget. */
export const sessionStore = {
  async insert(txn: Txn, session: NewSession): Promise<void> {
    await txn.db
      .insertInto('session')
      .values({
        user_id: session.userId,
        device_id: session.deviceId,
        access_hash: session.accessHash,
        refresh_hash: session.refreshHash,
        access_expires_ms: session.accessExpiresMs,
        confirmed: session.confirmed ? 1 : 0,
      })
      .execute();
  },

  async findByAccess(db: Db, accessHash: string): Promise<StoredSession | null> {
    const row = await db
      .selectFrom('session')
      .selectAll()
      .where('access_hash', '=', accessHash)
      .executeTakeFirst();
    return row ? toSession(row) : null;
  },

  async findByRefresh(db: Db, refreshHash: string): Promise<StoredSession | null> {
    const row = await db
      .selectFrom('session')
      .selectAll()
      .where('refresh_hash', '=', refreshHash)
      .executeTakeFirst();
    return row ? toSession(row) : null;
  },

  /** Marks a session as received, if it still exists. */
  async confirm(txn: Txn, id: number): Promise<boolean> {
    const result = await txn.db
      .updateTable('session')
      .set({ confirmed: 1 })
      .where('id', '=', id)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  },

  /** Ends a device's sessions, all but one if that is given. */
  async deleteOfDevice(
    txn: Txn,
    userId: UserId,
    deviceId: DeviceId,
    exceptId = 0,
  ): Promise<string[]> {
    const rows = await txn.db
      .deleteFrom('session')
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .where('id', '!=', exceptId)
      .returning('access_hash')
      .execute();
    return rows.map((row) => row.access_hash);
  },

  async deleteOfDevices(
    txn: Txn,
    userId: UserId,
    deviceIds: readonly DeviceId[],
  ): Promise<string[]> {
    const rows = await txn.db
      .deleteFrom('session')
      .where('user_id', '=', userId)
      .where('device_id', 'in', deviceIds)
      .returning('access_hash')
      .execute();
    return rows.map((row) => row.access_hash);
  },

  /** Ends the oldest unconfirmed sessions of a device beyond the newest `kept`. */
  async deleteUnconfirmed(txn: Txn, { userId, deviceId }: Caller, kept: number): Promise<string[]> {
    const rows = await txn.db
      .deleteFrom('session')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('session')
          .select('id')
          .where('user_id', '=', userId)
          .where('device_id', '=', deviceId)
          .where('confirmed', '=', 0)
          .orderBy('id', 'desc')
          // SQLite knows no offset without a limit.
          .limit(1_000)
          .offset(kept),
      )
      .returning('access_hash')
      .execute();
    return rows.map((row) => row.access_hash);
  },
};

function toSession(row: Selectable<AccountTables['session']>): StoredSession {
  return {
    id: row.id,
    // SAFETY: only ids that were checked when the account and device were made are stored.
    userId: row.user_id as UserId,
    deviceId: row.device_id as DeviceId,
    accessExpiresMs: row.access_expires_ms,
    confirmed: row.confirmed === 1,
  };
}

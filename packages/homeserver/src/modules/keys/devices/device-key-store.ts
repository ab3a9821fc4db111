import type { DeviceId, DeviceKeys, JsonObject, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { DeviceRef } from './device-key-rules.ts';

export interface StoredDeviceKeys extends DeviceRef {
  readonly deviceKeys: DeviceKeys;
}

/** Sole owner of `device_key`. */
export const deviceKeyStore = {
  async find(db: Db, { userId, deviceId }: DeviceRef): Promise<DeviceKeys | null> {
    const row = await db
      .selectFrom('device_key')
      .select('body')
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .executeTakeFirst();
    return row ? parseBody(row.body) : null;
  },

  async list(db: Db, userIds: readonly UserId[]): Promise<StoredDeviceKeys[]> {
    if (userIds.length === 0) return [];
    const rows = await db
      .selectFrom('device_key')
      .selectAll()
      .where('user_id', 'in', userIds)
      .orderBy('user_id')
      .orderBy('device_id')
      .execute();
    return rows.map((row) => ({
      userId: row.user_id,
      deviceId: row.device_id,
      deviceKeys: parseBody(row.body),
    }));
  },

  /** Gives false if the device has keys already. */
  async insert(txn: Txn, { userId, deviceId }: DeviceRef, body: JsonObject): Promise<boolean> {
    const result = await txn.db
      .insertInto('device_key')
      .values({ user_id: userId, device_id: deviceId, body: JSON.stringify(body) })
      .onConflict((conflict) => conflict.columns(['user_id', 'device_id']).doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },

  async replace(txn: Txn, { userId, deviceId }: DeviceRef, body: JsonObject): Promise<void> {
    await txn.db
      .updateTable('device_key')
      .set({ body: JSON.stringify(body) })
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .execute();
  },

  /** Gives the devices among these that had keys. */
  async delete(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<DeviceId[]> {
    const rows = await txn.db
      .deleteFrom('device_key')
      .where('user_id', '=', userId)
      .where('device_id', 'in', deviceIds)
      .returning('device_id')
      .execute();
    return rows.map((row) => row.device_id);
  },
};

function parseBody(body: string): DeviceKeys {
  // SAFETY: only checked device keys are stored.
  return JSON.parse(body) as DeviceKeys;
}

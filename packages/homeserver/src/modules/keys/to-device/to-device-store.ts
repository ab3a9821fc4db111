import type { DeviceId, JsonObject, UserId } from '@sotto/protocol';
import { sql } from 'kysely';
import type { Db, Txn } from '../../../storage/index.ts';
import type { DeviceRef } from '../devices/device-key-rules.ts';
import type { QueueShare } from './to-device-rules.ts';

export interface QueuedEvent {
  /** Its place in the recipient's inbox. */
  readonly seq: number;
  /** `sender`, `type` and `content`. */
  readonly event: JsonObject;
}

export interface QueueRange {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

interface ShareRow {
  readonly user_id: UserId;
  readonly device_id: DeviceId;
  readonly sender: UserId;
  readonly queued: number | string;
}

/** SQLite binds at most 32,766 values in a statement. */
const ROWS_PER_INSERT = 1_000;

/** Sole owner of `to_device` and `to_device_txn`. */
export const toDeviceStore = {
  async insert(
    txn: Txn,
    queued: readonly (DeviceRef & QueuedEvent & { sender: UserId })[],
  ): Promise<void> {
    for (let start = 0; start < queued.length; start += ROWS_PER_INSERT) {
      const rows = queued.slice(start, start + ROWS_PER_INSERT);
      await txn.db
        .insertInto('to_device')
        .values(
          rows.map(({ userId, deviceId, seq, sender, event }) => ({
            user_id: userId,
            device_id: deviceId,
            seq,
            sender,
            event: JSON.stringify(event),
          })),
        )
        .execute();
    }
  },

  async list(
    db: Db,
    { userId, deviceId }: DeviceRef,
    { after, upTo, limit }: QueueRange,
  ): Promise<QueuedEvent[]> {
    const rows = await db
      .selectFrom('to_device')
      .select(['seq', 'event'])
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .where('seq', '>', after)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      seq: row.seq,
      // SAFETY: `insert` is the only writer.
      event: JSON.parse(row.event) as JsonObject,
    }));
  },

  async hasUpTo(db: Db, { userId, deviceId }: DeviceRef, upTo: number): Promise<boolean> {
    const row = await db
      .selectFrom('to_device')
      .select('seq')
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .where('seq', '<=', upTo)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  async deleteUpTo(txn: Txn, { userId, deviceId }: DeviceRef, upTo: number): Promise<void> {
    await txn.db
      .deleteFrom('to_device')
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .where('seq', '<=', upTo)
      .execute();
  },

  /** How much waits for each of these devices, and whose it is. */
  async countBySender(db: Db, devices: readonly DeviceRef[]): Promise<QueueShare[]> {
    const values = devices.map(
      ({ userId, deviceId }) => sql`(cast(${userId} as text), cast(${deviceId} as text))`,
    );
    const { rows } = await sql<ShareRow>`
      select q.user_id, q.device_id, q.sender, count(*) as queued
      from (values ${sql.join(values)}) as device
      join to_device as q on q.user_id = column1 and q.device_id = column2
      group by q.user_id, q.device_id, q.sender`.execute(db);
    return rows.map((row) => ({
      userId: row.user_id,
      deviceId: row.device_id,
      sender: row.sender,
      queued: Number(row.queued),
    }));
  },

  /** Removes the oldest message that this sender has waiting for this device. */
  async deleteOldest(txn: Txn, { userId, deviceId, sender }: QueueShare): Promise<void> {
    await txn.db
      .deleteFrom('to_device')
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .where('seq', '=', (eb) =>
        eb
          .selectFrom('to_device')
          .select((of) => of.fn.min('seq').as('oldest'))
          .where('user_id', '=', userId)
          .where('device_id', '=', deviceId)
          .where('sender', '=', sender),
      )
      .execute();
  },

  /** Remembers that a device sent this; false if it had. */
  async rememberSent(
    txn: Txn,
    { userId, deviceId }: DeviceRef,
    sent: { txnHash: string; nowMs: number },
  ): Promise<boolean> {
    const result = await txn.db
      .insertInto('to_device_txn')
      .values({
        user_id: userId,
        device_id: deviceId,
        txn_hash: sent.txnHash,
        sent_ms: sent.nowMs,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },

  async forgetSentBefore(
    txn: Txn,
    { userId, deviceId }: DeviceRef,
    beforeMs: number,
  ): Promise<void> {
    await txn.db
      .deleteFrom('to_device_txn')
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .where('sent_ms', '<', beforeMs)
      .execute();
  },

  async delete(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<void> {
    for (const table of ['to_device', 'to_device_txn'] as const) {
      await txn.db
        .deleteFrom(table)
        .where('user_id', '=', userId)
        .where('device_id', 'in', deviceIds)
        .execute();
    }
  },
};

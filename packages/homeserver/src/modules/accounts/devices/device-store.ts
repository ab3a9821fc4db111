import type { DeviceId, UserId } from '@sotto/protocol';
import type { Selectable } from 'kysely';
import type { Db, Txn } from '../../../storage/index.ts';
import type { AccountTables } from '../tables.ts';

export interface Device {
  readonly deviceId: DeviceId;
  readonly displayName: string | null;
  readonly lastSeenMs: number;
  readonly lastSeenAddress: string;
  readonly firstSeenMs: number;
  /** Null for devices from before these were kept. */
  readonly firstSeenAddress: string | null;
  readonly userAgent: string | null;
  /** The device that let it in by linking. */
  readonly linkedBy: DeviceId | null;
}

export interface NewDevice {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly displayName: string | null;
  readonly nowMs: number;
  readonly address: string;
  readonly userAgent: string | null;
  readonly linkedBy: DeviceId | null;
}

export interface Sighting {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly seenMs: number;
  readonly address: string;
}

export interface NamedDevice {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly displayName: string | null;
}

/** Sole owner of `device`. */
export const deviceStore = {
  /** Adds a device, or notes that a known one is here again; a known one keeps its name and where it came from. */
  async signIn(txn: Txn, device: NewDevice): Promise<void> {
    await txn.db
      .insertInto('device')
      .values({
        user_id: device.userId,
        device_id: device.deviceId,
        display_name: device.displayName,
        created_ms: device.nowMs,
        last_seen_ms: device.nowMs,
        last_seen_ip: device.address,
        first_seen_ip: device.address,
        user_agent: device.userAgent,
        linked_by: device.linkedBy,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['user_id', 'device_id'])
          .doUpdateSet({ last_seen_ms: device.nowMs, last_seen_ip: device.address }),
      )
      .execute();
  },

  async list(db: Db, userId: UserId, limit: number): Promise<Device[]> {
    const rows = await db
      .selectFrom('device')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('device_id')
      .limit(limit)
      .execute();
    return rows.map(toDevice);
  },

  async count(db: Db, userId: UserId): Promise<number> {
    const row = await db
      .selectFrom('device')
      .select((eb) => eb.fn.countAll<number | string>().as('devices'))
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    return Number(row.devices);
  },

  async find(db: Db, userId: UserId, deviceId: DeviceId): Promise<Device | null> {
    const row = await db
      .selectFrom('device')
      .selectAll()
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .executeTakeFirst();
    return row ? toDevice(row) : null;
  },

  /** Whether there is such a device. If so, nobody else can remove it before this transaction ends. */
  async hold(txn: Txn, userId: UserId, deviceId: DeviceId): Promise<boolean> {
    const device = txn.db
      .selectFrom('device')
      .select('device_id')
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId);
    // On SQLite a transaction that writes is alone anyway.
    const held = txn.engine === 'postgres' ? device.forUpdate() : device;
    return (await held.executeTakeFirst()) !== undefined;
  },

  /** The names of several people's devices in one read. */
  async listNames(db: Db, userIds: readonly UserId[]): Promise<NamedDevice[]> {
    if (userIds.length === 0) return [];
    const rows = await db
      .selectFrom('device')
      .select(['user_id', 'device_id', 'display_name'])
      .where('user_id', 'in', userIds)
      .execute();
    return rows.map((row) => ({
      // SAFETY: only ids that were checked at sign-in are stored.
      userId: row.user_id as UserId,
      deviceId: row.device_id as DeviceId,
      displayName: row.display_name,
    }));
  },

  /** Gives whether there is such a device. */
  async rename(txn: Txn, { userId, deviceId, displayName }: NamedDevice): Promise<boolean> {
    const result = await txn.db
      .updateTable('device')
      .set({ display_name: displayName })
      .where('user_id', '=', userId)
      .where('device_id', '=', deviceId)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  },

  /** Gives the ones that existed. */
  async delete(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<DeviceId[]> {
    if (deviceIds.length === 0) return [];
    const rows = await txn.db
      .deleteFrom('device')
      .where('user_id', '=', userId)
      .where('device_id', 'in', deviceIds)
      .returning('device_id')
      .execute();
    // SAFETY: as above.
    return rows.map((row) => row.device_id as DeviceId);
  },

  async recordSeen(txn: Txn, sightings: readonly Sighting[]): Promise<void> {
    for (const { userId, deviceId, seenMs, address } of sightings) {
      await txn.db
        .updateTable('device')
        .set({ last_seen_ms: seenMs, last_seen_ip: address })
        .where('user_id', '=', userId)
        .where('device_id', '=', deviceId)
        .execute();
    }
  },
};

function toDevice(row: Selectable<AccountTables['device']>): Device {
  return {
    // SAFETY: as above.
    deviceId: row.device_id as DeviceId,
    displayName: row.display_name,
    lastSeenMs: row.last_seen_ms,
    lastSeenAddress: row.last_seen_ip,
    firstSeenMs: row.created_ms,
    firstSeenAddress: row.first_seen_ip,
    userAgent: row.user_agent,
    linkedBy: row.linked_by as DeviceId | null,
  };
}

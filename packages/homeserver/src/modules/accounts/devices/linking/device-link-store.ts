import type { DeviceId, DeviceLinkState, UserId } from '@sotto/protocol';
import type { Selectable } from 'kysely';
import type { Caller } from '../../../../http/index.ts';
import type { Db, Txn } from '../../../../storage/index.ts';
import type { AccountTables } from '../../tables.ts';

type StoredState = Exclude<DeviceLinkState, 'expired'>;

/** An attempt of a device that is not signed in to be linked. */
export interface DeviceLink {
  readonly linkId: string;
  readonly code: string;
  readonly secretHash: string;
  readonly clientName: string | null;
  readonly address: string;
  readonly network: string;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly state: StoredState;
  readonly number: number;
  readonly numbers: readonly number[];
  /** The device that entered the code. */
  readonly claimer: Caller | null;
}

/** Sole owner of `device_link`. */
export const deviceLinkStore = {
  /** Gives false if there is an attempt with this code. */
  async insert(txn: Txn, link: DeviceLink): Promise<boolean> {
    const result = await txn.db
      .insertInto('device_link')
      .values({
        link_id: link.linkId,
        code: link.code,
        secret_hash: link.secretHash,
        client_name: link.clientName,
        address: link.address,
        network: link.network,
        created_ms: link.createdMs,
        expires_ms: link.expiresMs,
        state: link.state,
        number: link.number,
        numbers: link.numbers.join(' '),
        user_id: null,
        device_id: null,
      })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },

  async find(db: Db, linkId: string): Promise<DeviceLink | null> {
    const row = await db
      .selectFrom('device_link')
      .selectAll()
      .where('link_id', '=', linkId)
      .executeTakeFirst();
    return row ? toLink(row) : null;
  },

  async findByCode(db: Db, code: string): Promise<DeviceLink | null> {
    const row = await db
      .selectFrom('device_link')
      .selectAll()
      .where('code', '=', code)
      .executeTakeFirst();
    return row ? toLink(row) : null;
  },

  /** How many have not expired: of one network, or of all. */
  async count(db: Db, nowMs: number, network: string | null): Promise<number> {
    const counted = db
      .selectFrom('device_link')
      .select((eb) => eb.fn.countAll<number | string>().as('links'))
      .where('expires_ms', '>', nowMs);
    const row = await (
      network === null ? counted : counted.where('network', '=', network)
    ).executeTakeFirstOrThrow();
    return Number(row.links);
  },

  /** Of several devices that enter one code at the same moment, one is told true. */
  async claim(txn: Txn, linkId: string, { userId, deviceId }: Caller): Promise<boolean> {
    const result = await txn.db
      .updateTable('device_link')
      .set({ state: 'claimed', user_id: userId, device_id: deviceId })
      .where('link_id', '=', linkId)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  },

  /** Moves on from one of these states. Of several who try at the same moment, one is told true. */
  async advance(
    txn: Txn,
    linkId: string,
    from: readonly StoredState[],
    to: StoredState,
  ): Promise<boolean> {
    const result = await txn.db
      .updateTable('device_link')
      .set({ state: to })
      .where('link_id', '=', linkId)
      .where('state', 'in', from)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  },

  /** What these devices were about to let in stays out. */
  async refuseOfDevices(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<void> {
    await txn.db
      .updateTable('device_link')
      .set({ state: 'refused' })
      .where('user_id', '=', userId)
      .where('device_id', 'in', deviceIds)
      .where('state', 'in', ['claimed', 'confirmed'])
      .execute();
  },

  async deleteBefore(txn: Txn, expiresMs: number): Promise<void> {
    await txn.db.deleteFrom('device_link').where('expires_ms', '<=', expiresMs).execute();
  },
};

function toLink(row: Selectable<AccountTables['device_link']>): DeviceLink {
  const { user_id: userId, device_id: deviceId } = row;
  return {
    linkId: row.link_id,
    code: row.code,
    secretHash: row.secret_hash,
    clientName: row.client_name,
    address: row.address,
    network: row.network,
    createdMs: row.created_ms,
    expiresMs: row.expires_ms,
    state: row.state,
    number: row.number,
    numbers: row.numbers.split(' ').map(Number),
    claimer:
      userId === null || deviceId === null
        ? null
        : // SAFETY: only ids of devices that were signed in are stored.
          { userId: userId as UserId, deviceId: deviceId as DeviceId },
  };
}

import type { DeviceId, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

/** A token that signs one device in, once. */
export interface LoginToken {
  readonly userId: UserId;
  /** The device that asked for it, or let another one in. It ends with that device. */
  readonly deviceId: DeviceId;
  /** Whether it links a device, rather than being asked for with the password. */
  readonly links: boolean;
  readonly expiresMs: number;
}

/** Sole owner of `login_token`. */
export const loginTokenStore = {
  async insert(txn: Txn, tokenHash: string, token: LoginToken): Promise<void> {
    await txn.db
      .insertInto('login_token')
      .values({
        token_hash: tokenHash,
        user_id: token.userId,
        device_id: token.deviceId,
        links: token.links ? 1 : 0,
        expires_ms: token.expiresMs,
      })
      .execute();
  },

  async find(db: Db, tokenHash: string): Promise<LoginToken | null> {
    const row = await db
      .selectFrom('login_token')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
    if (!row) return null;
    return {
      // SAFETY: only ids of accounts and devices that exist are stored.
      userId: row.user_id as UserId,
      deviceId: row.device_id as DeviceId,
      links: row.links === 1,
      expiresMs: row.expires_ms,
    };
  },

  /** Uses it up. Of two who try at the same moment, one is told true. */
  async take(txn: Txn, tokenHash: string): Promise<boolean> {
    const result = await txn.db
      .deleteFrom('login_token')
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
    return result.numDeletedRows > 0n;
  },

  async deleteOfDevices(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<void> {
    await txn.db
      .deleteFrom('login_token')
      .where('user_id', '=', userId)
      .where('device_id', 'in', deviceIds)
      .execute();
  },

  async deleteExpired(txn: Txn, nowMs: number): Promise<void> {
    await txn.db.deleteFrom('login_token').where('expires_ms', '<=', nowMs).execute();
  },
};

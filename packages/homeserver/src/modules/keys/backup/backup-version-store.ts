import type { UserId } from '@sotto/protocol';
import { sql } from 'kysely';
import type { Db, Txn } from '../../../storage/index.ts';

/** One backup of a person: how it is encrypted and what it holds. */
export interface BackupVersion {
  readonly version: number;
  readonly algorithm: string;
  readonly authData: Readonly<Record<string, unknown>>;
  readonly etag: number;
  readonly keyCount: number;
}

export interface BackupRef {
  readonly userId: UserId;
  readonly version: number;
}

export interface BackupInfo {
  readonly algorithm: string;
  readonly authData: Readonly<Record<string, unknown>>;
}

/** Sole owner of `key_backup`. */
export const backupVersionStore = {
  /** Gives the new version's number, or null if another request took it first. */
  async create(txn: Txn, userId: UserId, info: BackupInfo): Promise<number | null> {
    const { rows } = await sql<{ version: number }>`
      insert into key_backup (user_id, version, algorithm, auth_data, etag, key_count, deleted)
      select cast(${userId} as text), coalesce(max(version), 0) + 1,
        cast(${info.algorithm} as text), cast(${JSON.stringify(info.authData)} as text), 0, 0, 0
      from key_backup where user_id = ${userId}
      on conflict do nothing
      returning version`.execute(txn.db);
    return rows[0]?.version ?? null;
  },

  async find(db: Db, { userId, version }: BackupRef): Promise<BackupVersion | null> {
    const row = await versionsOf(db, userId).where('version', '=', version).executeTakeFirst();
    return row ? toVersion(row) : null;
  },

  /** The newest backup that was not deleted. */
  async findCurrent(db: Db, userId: UserId): Promise<BackupVersion | null> {
    const row = await versionsOf(db, userId).orderBy('version', 'desc').limit(1).executeTakeFirst();
    return row ? toVersion(row) : null;
  },

  /** How many backups a person has, and how many keys in all of them. */
  async measure(db: Db, userId: UserId): Promise<{ backups: number; keys: number }> {
    const row = await db
      .selectFrom('key_backup')
      .select((eb) => [
        eb.fn.countAll<number | string>().as('backups'),
        eb.fn.sum<number | string | null>('key_count').as('keys'),
      ])
      .where('user_id', '=', userId)
      .where('deleted', '=', 0)
      .executeTakeFirstOrThrow();
    return { backups: Number(row.backups), keys: Number(row.keys ?? 0) };
  },

  /** Makes writes to one backup wait for each other. Gives null if it is gone. */
  async lock(txn: Txn, { userId, version }: BackupRef): Promise<BackupVersion | null> {
    const row = await txn.db
      .updateTable('key_backup')
      .set((eb) => ({ etag: eb.ref('etag') }))
      .where('user_id', '=', userId)
      .where('version', '=', version)
      .where('deleted', '=', 0)
      .returningAll()
      .executeTakeFirst();
    return row ? toVersion(row) : null;
  },

  async setAuthData(
    txn: Txn,
    { userId, version }: BackupRef,
    authData: BackupInfo['authData'],
  ): Promise<void> {
    await txn.db
      .updateTable('key_backup')
      .set({ auth_data: JSON.stringify(authData) })
      .where('user_id', '=', userId)
      .where('version', '=', version)
      .execute();
  },

  /** Notes that keys were written or removed: the etag changes with each write. */
  async recordWrite(txn: Txn, { userId, version }: BackupRef, growth: number): Promise<void> {
    await txn.db
      .updateTable('key_backup')
      .set((eb) => ({ etag: eb('etag', '+', 1), key_count: eb('key_count', '+', growth) }))
      .where('user_id', '=', userId)
      .where('version', '=', version)
      .execute();
  },

  /** Hides a version for good; its keys are removed later. False if there never was one. */
  async markDeleted(txn: Txn, { userId, version }: BackupRef): Promise<boolean> {
    const row = await txn.db
      .updateTable('key_backup')
      .set({ deleted: 1, auth_data: '{}' })
      .where('user_id', '=', userId)
      .where('version', '=', version)
      .returning('version')
      .executeTakeFirst();
    return row !== undefined;
  },

  async markAllDeleted(txn: Txn, userId: UserId): Promise<void> {
    await txn.db
      .updateTable('key_backup')
      .set({ deleted: 1, auth_data: '{}' })
      .where('user_id', '=', userId)
      .execute();
  },

  async setEmpty(txn: Txn, { userId, version }: BackupRef): Promise<void> {
    await txn.db
      .updateTable('key_backup')
      .set({ key_count: 0 })
      .where('user_id', '=', userId)
      .where('version', '=', version)
      .execute();
  },

  /** A deleted version that still has keys. */
  async findLeftover(db: Db): Promise<BackupRef | null> {
    const row = await db
      .selectFrom('key_backup')
      .select(['user_id', 'version'])
      .where('deleted', '=', 1)
      .where('key_count', '>', 0)
      .limit(1)
      .executeTakeFirst();
    return row ? { userId: row.user_id, version: row.version } : null;
  },
};

function versionsOf(db: Db, userId: UserId) {
  return db
    .selectFrom('key_backup')
    .selectAll()
    .where('user_id', '=', userId)
    .where('deleted', '=', 0);
}

function toVersion(row: {
  version: number;
  algorithm: string;
  auth_data: string;
  etag: number;
  key_count: number;
}): BackupVersion {
  return {
    version: row.version,
    algorithm: row.algorithm,
    // SAFETY: only JSON objects are stored.
    authData: JSON.parse(row.auth_data) as BackupVersion['authData'],
    etag: row.etag,
    keyCount: row.key_count,
  };
}

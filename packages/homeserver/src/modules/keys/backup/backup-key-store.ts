import { sql, type Selectable } from 'kysely';
import type { Db, Txn } from '../../../storage/index.ts';
import type { KeyTables } from '../tables.ts';
import type { KeyRank, SessionKey } from './backup-rules.ts';
import type { BackupRef } from './backup-version-store.ts';

/** Which keys of a backup: all, those of a room, or one session's. */
export interface KeySelection {
  readonly roomId?: string;
  readonly sessionId?: string;
}

/** A session, and its place among the keys of a backup. */
export interface Cursor {
  readonly roomId: string;
  readonly sessionId: string;
}

export interface RankedSession extends Cursor {
  readonly rank: KeyRank;
}

/** A stored key, its `session_data` still as JSON text. */
export interface StoredSession extends RankedSession {
  readonly sessionData: string;
}

/** Sole owner of `backup_key`. */
export const backupKeyStore = {
  /** The ranks of these sessions as far as they are stored, and perhaps of others. */
  async listRanks(
    db: Db,
    { userId, version }: BackupRef,
    sessions: readonly Cursor[],
  ): Promise<RankedSession[]> {
    if (sessions.length === 0) return [];
    const rows = await db
      .selectFrom('backup_key')
      .select(['room_id', 'session_id', 'first_message_index', 'forwarded_count', 'is_verified'])
      .where('user_id', '=', userId)
      .where('version', '=', version)
      .where('room_id', 'in', [...new Set(sessions.map(({ roomId }) => roomId))])
      .where('session_id', 'in', [...new Set(sessions.map(({ sessionId }) => sessionId))])
      .execute();
    return rows.map(toRanked);
  },

  async put(
    txn: Txn,
    { userId, version }: BackupRef,
    sessions: readonly SessionKey[],
  ): Promise<void> {
    if (sessions.length === 0) return;
    await txn.db
      .insertInto('backup_key')
      .values(
        sessions.map(({ roomId, sessionId, key }) => ({
          user_id: userId,
          version,
          room_id: roomId,
          session_id: sessionId,
          first_message_index: key.first_message_index,
          forwarded_count: key.forwarded_count,
          is_verified: key.is_verified ? 1 : 0,
          session_data: JSON.stringify(key.session_data),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'version', 'room_id', 'session_id']).doUpdateSet((eb) => ({
          first_message_index: eb.ref('excluded.first_message_index'),
          forwarded_count: eb.ref('excluded.forwarded_count'),
          is_verified: eb.ref('excluded.is_verified'),
          session_data: eb.ref('excluded.session_data'),
        })),
      )
      .execute();
  },

  async find(
    db: Db,
    { userId, version }: BackupRef,
    { roomId, sessionId }: Cursor,
  ): Promise<StoredSession | null> {
    const row = await db
      .selectFrom('backup_key')
      .selectAll()
      .where('user_id', '=', userId)
      .where('version', '=', version)
      .where('room_id', '=', roomId)
      .where('session_id', '=', sessionId)
      .executeTakeFirst();
    return row ? toSession(row) : null;
  },

  /** A page of keys in the order of room and session, behind the cursor. */
  async listPage(
    db: Db,
    { userId, version }: BackupRef,
    { roomId, after, limit }: { roomId: string | null; after: Cursor | null; limit: number },
  ): Promise<StoredSession[]> {
    let query = db
      .selectFrom('backup_key')
      .selectAll()
      .where('user_id', '=', userId)
      .where('version', '=', version);
    if (roomId !== null) query = query.where('room_id', '=', roomId);
    if (after) {
      query = query.where(
        sql<boolean>`(room_id, session_id) > (${after.roomId}, ${after.sessionId})`,
      );
    }
    const rows = await query.orderBy('room_id').orderBy('session_id').limit(limit).execute();
    return rows.map(toSession);
  },

  /** Removes at most `limit` of the selected keys; gives how many. */
  async delete(
    txn: Txn,
    { userId, version }: BackupRef,
    { roomId, sessionId, limit }: KeySelection & { limit: number },
  ): Promise<number> {
    let chosen = txn.db
      .selectFrom('backup_key')
      .select('id')
      .where('user_id', '=', userId)
      .where('version', '=', version);
    if (roomId !== undefined) chosen = chosen.where('room_id', '=', roomId);
    if (sessionId !== undefined) chosen = chosen.where('session_id', '=', sessionId);
    const result = await txn.db
      .deleteFrom('backup_key')
      .where('id', 'in', chosen.limit(limit))
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  },
};

type KeyRow = Selectable<KeyTables['backup_key']>;

function toSession(row: KeyRow): StoredSession {
  return { ...toRanked(row), sessionData: row.session_data };
}

function toRanked(row: Omit<KeyRow, 'id' | 'user_id' | 'version' | 'session_data'>): RankedSession {
  return {
    roomId: row.room_id,
    sessionId: row.session_id,
    rank: {
      is_verified: row.is_verified === 1,
      first_message_index: row.first_message_index,
      forwarded_count: row.forwarded_count,
    },
  };
}

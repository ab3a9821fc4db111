import type { RoomId, UserId } from '@sotto/protocol';
import { sql } from 'kysely';
import { openUse, type Db, type Txn } from '../../../storage/index.ts';

export interface GroupLink {
  readonly token: string;
  readonly roomId: RoomId;
  readonly createdBy: UserId;
  readonly label: string;
  readonly createdMs: number;
  readonly uses: number;
  readonly usesMax: number | null;
  readonly expiresMs: number | null;
}

/** Sole owner of `group_link`. */
export const linkStore = {
  async insert(txn: Txn, link: GroupLink): Promise<void> {
    await txn.db
      .insertInto('group_link')
      .values({
        token: link.token,
        room_id: link.roomId,
        created_by: link.createdBy,
        label: link.label,
        created_ms: link.createdMs,
        uses: link.uses,
        uses_max: link.usesMax,
        expires_ms: link.expiresMs,
      })
      .execute();
  },

  /** The newest first; only those of `createdBy` unless it is null. */
  async list(db: Db, roomId: RoomId, createdBy: UserId | null): Promise<GroupLink[]> {
    const rows = await db
      .selectFrom('group_link')
      .selectAll()
      .where('room_id', '=', roomId)
      .$if(createdBy !== null, (query) => query.where('created_by', '=', createdBy))
      .orderBy('created_ms', 'desc')
      .orderBy('token')
      .limit(LISTED_MAX)
      .execute();
    return rows.map(toLink);
  },

  async find(db: Db, token: string): Promise<GroupLink | null> {
    const row = await db
      .selectFrom('group_link')
      .selectAll()
      .where('token', '=', token)
      .executeTakeFirst();
    return row ? toLink(row) : null;
  },

  /** Null also for one that has expired or was used up. */
  async findOpen(db: Db, token: string, nowMs: number): Promise<GroupLink | null> {
    const row = await db
      .selectFrom('group_link')
      .selectAll()
      .where('token', '=', token)
      .where(openUse(nowMs))
      .executeTakeFirst();
    return row ? toLink(row) : null;
  },

  /** Counts one more use. False if there is none left: of two at one moment, one gets the last. */
  async use(txn: Txn, token: string, nowMs: number): Promise<boolean> {
    const { numUpdatedRows } = await txn.db
      .updateTable('group_link')
      .set({ uses: sql`uses + 1` })
      .where('token', '=', token)
      .where(openUse(nowMs))
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async remove(txn: Txn, token: string): Promise<void> {
    await txn.db.deleteFrom('group_link').where('token', '=', token).execute();
  },

  async removePerson(txn: Txn, userId: UserId): Promise<void> {
    await txn.db.deleteFrom('group_link').where('created_by', '=', userId).execute();
  },
};

const LISTED_MAX = 1_000;

interface Row {
  readonly token: string;
  readonly room_id: string;
  readonly created_by: string;
  readonly label: string;
  readonly created_ms: number;
  readonly uses: number;
  readonly uses_max: number | null;
  readonly expires_ms: number | null;
}

function toLink(row: Row): GroupLink {
  return {
    token: row.token,
    // SAFETY: only links of rooms are kept, made by people.
    roomId: row.room_id as RoomId,
    createdBy: row.created_by as UserId,
    label: row.label,
    createdMs: row.created_ms,
    uses: row.uses,
    usesMax: row.uses_max,
    expiresMs: row.expires_ms,
  };
}

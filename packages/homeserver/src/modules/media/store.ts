import { sql } from 'kysely';
import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';

/** An address somebody was given, and what was uploaded to it. */
export interface Media {
  readonly mediaId: string;
  readonly userId: UserId;
  readonly createdMs: number;
  readonly content: MediaContent | null;
}

export interface MediaContent {
  readonly fileId: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly fileName: string | null;
}

/** Sole owner of `media`. */
export const mediaStore = {
  async insert(txn: Txn, { mediaId, userId, createdMs, content }: Media): Promise<void> {
    await txn.db
      .insertInto('media')
      .values({
        media_id: mediaId,
        user_id: userId,
        created_ms: createdMs,
        ...(content ? columnsOf(content) : EMPTY),
      })
      .execute();
  },

  /** False if something was uploaded there already. */
  async fill(txn: Txn, mediaId: string, content: MediaContent): Promise<boolean> {
    const { numUpdatedRows } = await txn.db
      .updateTable('media')
      .set(columnsOf(content))
      .where('media_id', '=', mediaId)
      .where('file_id', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  async find(db: Db, mediaId: string): Promise<Media | null> {
    const row = await db
      .selectFrom('media')
      .selectAll()
      .where('media_id', '=', mediaId)
      .executeTakeFirst();
    if (!row) return null;
    const { file_id: fileId, content_type: contentType, file_name: fileName, bytes } = row;
    return {
      mediaId,
      // SAFETY: written from the id of a signed-in person.
      userId: row.user_id as UserId,
      createdMs: row.created_ms,
      content:
        fileId === null || contentType === null ? null : { fileId, bytes, contentType, fileName },
    };
  },

  /**
   * Makes transactions that add to one person's uploads wait for each other: on Postgres two could
   * otherwise sum up before either commits, and there may be no row yet to lock. SQLite has one
   * writer anyway.
   */
  async lockUser(txn: Txn, userId: UserId): Promise<void> {
    if (txn.engine !== 'postgres') return;
    // SAFETY: the query builder knows no advisory locks. People whose hashes are equal only wait.
    await sql`select pg_advisory_xact_lock(${UPLOADS_LOCK}, hashtext(${userId}))`.execute(txn.db);
  },

  async sumBytes(db: Db, userId: UserId): Promise<number> {
    const row = await db
      .selectFrom('media')
      // Nothing uploaded gives null, and Postgres sends sums as text.
      .select((eb) => eb.fn.sum<number | string | null>('bytes').as('bytes'))
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    return Number(row.bytes ?? 0);
  },

  async countPending(db: Db, userId: UserId): Promise<number> {
    const row = await db
      .selectFrom('media')
      // Postgres sends a count as text.
      .select((eb) => eb.fn.countAll<number | string>().as('pending'))
      .where('user_id', '=', userId)
      .where('file_id', 'is', null)
      .executeTakeFirstOrThrow();
    return Number(row.pending);
  },

  async removePendingBefore(txn: Txn, userId: UserId, createdMs: number): Promise<void> {
    await txn.db
      .deleteFrom('media')
      .where('user_id', '=', userId)
      .where('file_id', 'is', null)
      .where('created_ms', '<=', createdMs)
      .execute();
  },
};

/** Tells these locks from others; locks of two numbers never meet those of one, as migrations take. */
const UPLOADS_LOCK = 7_340_034;

const EMPTY = { file_id: null, bytes: 0, content_type: null, file_name: null };

function columnsOf({ fileId, bytes, contentType, fileName }: MediaContent) {
  return { file_id: fileId, bytes, content_type: contentType, file_name: fileName };
}

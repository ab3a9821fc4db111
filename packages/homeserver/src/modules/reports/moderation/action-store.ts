import type { ModeratorAction, UserId } from '@sotto/protocol';
import type { Selectable } from 'kysely';
import type { Db, Txn } from '../../../storage/index.ts';
import type { ReportTables } from '../tables.ts';

/** Something a moderator did. */
export interface Done {
  readonly reportKey: number;
  readonly moderator: UserId;
  readonly action: ModeratorAction;
  readonly subject: UserId | null;
  readonly note: string;
  readonly subjectNote: string;
  readonly days: number | null;
  readonly atMs: number;
}

/** Sole owner of `moderation_action`, which is only ever added to, and of `sender_limit`. */
export const actionStore = {
  async add(txn: Txn, done: Done): Promise<void> {
    await txn.db
      .insertInto('moderation_action')
      .values({
        report_key: done.reportKey,
        moderator: done.moderator,
        action: done.action,
        subject: done.subject,
        note: done.note,
        subject_note: done.subjectNote,
        days: done.days,
        at_ms: done.atMs,
      })
      .execute();
  },

  /** The oldest first. */
  async listOfReport(db: Db, reportKey: number, limit: number): Promise<Done[]> {
    const rows = await db
      .selectFrom('moderation_action')
      .selectAll()
      .where('report_key', '=', reportKey)
      .orderBy('key')
      .limit(limit)
      .execute();
    return rows.map(toDone);
  },

  /** What concerned this account, the newest first. */
  async listAbout(db: Db, subject: UserId, limit: number): Promise<Done[]> {
    const rows = await db
      .selectFrom('moderation_action')
      .selectAll()
      .where('subject', '=', subject)
      .where('action', '!=', 'dismiss')
      .orderBy('key', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toDone);
  },

  async setLimit(txn: Txn, userId: UserId, untilMs: number): Promise<void> {
    await txn.db
      .insertInto('sender_limit')
      .values({ user_id: userId, until_ms: untilMs })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ until_ms: untilMs }))
      .execute();
  },

  async endLimit(txn: Txn, userId: UserId): Promise<void> {
    await txn.db.deleteFrom('sender_limit').where('user_id', '=', userId).execute();
  },

  async findLimit(db: Db, userId: UserId): Promise<number | null> {
    const row = await db
      .selectFrom('sender_limit')
      .select('until_ms')
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return row?.until_ms ?? null;
  },
};

function toDone(row: Selectable<ReportTables['moderation_action']>): Done {
  return {
    reportKey: row.report_key,
    // SAFETY: people and words are stored as this module was given them.
    moderator: row.moderator as UserId,
    action: row.action as ModeratorAction,
    subject: row.subject as UserId | null,
    note: row.note,
    subjectNote: row.subject_note,
    days: row.days,
    atMs: row.at_ms,
  };
}

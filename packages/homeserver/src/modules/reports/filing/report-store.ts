import type {
  EventId,
  Proof,
  ReportCategory,
  ReportKind,
  ReportOutcome,
  ReportState,
  RoomId,
  UserId,
} from '@sotto/protocol';
import type { Selectable } from 'kysely';
import type { Db, Txn } from '../../../storage/index.ts';
import type { ReportTables } from '../tables.ts';

export interface NewReport {
  readonly reportId: string;
  readonly reporter: UserId;
  readonly kind: ReportKind;
  readonly target: string;
  readonly subject: UserId | null;
  readonly roomId: RoomId | null;
  readonly category: ReportCategory;
  readonly reason: string;
  readonly createdMs: number;
}

export interface Report extends NewReport {
  readonly key: number;
  readonly state: ReportState;
  readonly outcome: ReportOutcome | null;
  readonly note: string | null;
  readonly closedMs: number | null;
  readonly closedBy: UserId | null;
  readonly appeal: string | null;
}

export interface ReportedMessage {
  readonly eventId: EventId;
  readonly sentMs: number;
  readonly proof: Proof;
  readonly type: string | null;
  /** JSON. */
  readonly content: string | null;
}

export interface Decided {
  readonly outcome: ReportOutcome;
  readonly note: string;
  readonly closedMs: number;
  readonly closedBy: UserId;
}

/** Sole owner of `report` and `report_message`; the queue reads them in `queue-store.ts`. */
export const reportStore = {
  async insert(txn: Txn, report: NewReport, messages: readonly ReportedMessage[]): Promise<void> {
    const { key } = await txn.db
      .insertInto('report')
      .values({
        report_id: report.reportId,
        reporter: report.reporter,
        kind: report.kind,
        target: report.target,
        subject: report.subject,
        room_id: report.roomId,
        category: report.category,
        reason: report.reason,
        created_ms: report.createdMs,
        state: 'open',
        outcome: null,
        note: null,
        closed_ms: null,
        closed_by: null,
        appeal: null,
      })
      .returning('key')
      .executeTakeFirstOrThrow();
    if (messages.length === 0) return;
    const rows = messages.map((message, position) => ({
      report_key: key,
      position,
      event_id: message.eventId,
      sent_ms: message.sentMs,
      proof: message.proof,
      type: message.type,
      content: message.content,
    }));
    await txn.db.insertInto('report_message').values(rows).execute();
  },

  async find(db: Db, reportId: string): Promise<Report | null> {
    const row = await db
      .selectFrom('report')
      .selectAll()
      .where('report_id', '=', reportId)
      .executeTakeFirst();
    return row ? toReport(row) : null;
  },

  /** The newest report of this by this person. */
  async findByTarget(db: Db, reporter: UserId, target: string): Promise<Report | null> {
    const row = await db
      .selectFrom('report')
      .selectAll()
      .where('reporter', '=', reporter)
      .where('target', '=', target)
      .orderBy('key', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? toReport(row) : null;
  },

  /** When this person's reports since then were made, the oldest first. */
  async listTimes(db: Db, reporter: UserId, sinceMs: number, limit: number): Promise<number[]> {
    const rows = await db
      .selectFrom('report')
      .select('created_ms')
      .where('reporter', '=', reporter)
      .where('created_ms', '>', sinceMs)
      .orderBy('created_ms')
      .limit(limit)
      .execute();
    return rows.map((row) => row.created_ms);
  },

  /** Whether this person has reported a message of the other since then. */
  async hasReported(
    db: Db,
    { reporter, subject }: { reporter: UserId; subject: UserId },
    sinceMs: number,
  ): Promise<boolean> {
    const row = await db
      .selectFrom('report')
      .select('key')
      .where('subject', '=', subject)
      .where('reporter', '=', reporter)
      .where('kind', '=', 'message')
      .where('created_ms', '>', sinceMs)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  async listOwn(db: Db, reporter: UserId, limit: number): Promise<Report[]> {
    const rows = await db
      .selectFrom('report')
      .selectAll()
      .where('reporter', '=', reporter)
      .orderBy('key', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toReport);
  },

  async listMessages(db: Db, key: number): Promise<ReportedMessage[]> {
    const rows = await db
      .selectFrom('report_message')
      .selectAll()
      .where('report_key', '=', key)
      .orderBy('position')
      .execute();
    return rows.map((row) => ({
      // SAFETY: ids and words are stored as this module was given them.
      eventId: row.event_id as EventId,
      sentMs: row.sent_ms,
      proof: row.proof as Proof,
      type: row.type,
      content: row.content,
    }));
  },

  /** Gives false if somebody else was quicker. */
  async close(txn: Txn, key: number, decided: Decided): Promise<boolean> {
    const result = await txn.db
      .updateTable('report')
      .set({
        state: 'closed',
        outcome: decided.outcome,
        note: decided.note,
        closed_ms: decided.closedMs,
        closed_by: decided.closedBy,
      })
      .where('key', '=', key)
      .where('state', '!=', 'closed')
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  },

  /** Gives false if it was appealed already. */
  async appeal(txn: Txn, key: number, text: string): Promise<boolean> {
    const result = await txn.db
      .updateTable('report')
      .set({ state: 'appealed', appeal: text })
      .where('key', '=', key)
      .where('state', '=', 'closed')
      .where('appeal', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  },

  /** Forgets what was said in reports that were decided before then. */
  async forgetBefore(txn: Txn, beforeMs: number): Promise<void> {
    const decided = txn.db
      .selectFrom('report')
      .select('key')
      .where('state', '=', 'closed')
      .where('closed_ms', '<', beforeMs);
    await txn.db.deleteFrom('report_message').where('report_key', 'in', decided).execute();
    await txn.db
      .updateTable('report')
      .set({ reason: '', appeal: null })
      .where('state', '=', 'closed')
      .where('closed_ms', '<', beforeMs)
      .where((eb) => eb.or([eb('reason', '!=', ''), eb('appeal', 'is not', null)]))
      .execute();
  },

  /** The reports stay; who made them is forgotten. */
  async forgetReporter(txn: Txn, reporter: UserId): Promise<void> {
    await txn.db
      .updateTable('report')
      .set({ reporter: '' })
      .where('reporter', '=', reporter)
      .execute();
  },
};

export function toReport(row: Selectable<ReportTables['report']>): Report {
  return {
    key: row.key,
    reportId: row.report_id,
    // SAFETY: ids and words are stored as this module was given them.
    reporter: row.reporter as UserId,
    kind: row.kind as ReportKind,
    target: row.target,
    subject: row.subject as UserId | null,
    roomId: row.room_id as RoomId | null,
    category: row.category as ReportCategory,
    reason: row.reason,
    createdMs: row.created_ms,
    state: row.state as ReportState,
    outcome: row.outcome as ReportOutcome | null,
    note: row.note,
    closedMs: row.closed_ms,
    closedBy: row.closed_by as UserId | null,
    appeal: row.appeal,
  };
}

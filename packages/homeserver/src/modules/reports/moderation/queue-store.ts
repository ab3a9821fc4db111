import type { ReportState, UserId } from '@sotto/protocol';
import type { Db } from '../../../storage/index.ts';
import { toReport, type Report } from '../filing/report-store.ts';

export interface QueuePage {
  readonly state: ReportState;
  readonly order: 'newest' | 'oldest';
  /** Exclusive; null begins at the first. */
  readonly from: number | null;
  readonly limit: number;
}

export interface QueuedReport {
  readonly report: Report;
  readonly messages: number;
  readonly proven: number;
}

export interface SubjectCounts {
  readonly reports: number;
  readonly reporters: number;
  readonly open: number;
}

/** Reads reports as moderators see them. What is written is written by `report-store.ts`. */
export const queueStore = {
  async listPage(db: Db, page: QueuePage): Promise<QueuedReport[]> {
    const older = page.order === 'newest';
    const rows = await db
      .selectFrom('report')
      .selectAll()
      .select((eb) => [
        eb
          .selectFrom('report_message')
          // Postgres sends a count as text.
          .select((inner) => inner.fn.countAll<number | string>().as('count'))
          .whereRef('report_message.report_key', '=', 'report.key')
          .as('messages'),
        eb
          .selectFrom('report_message')
          .select((inner) => inner.fn.countAll<number | string>().as('count'))
          .whereRef('report_message.report_key', '=', 'report.key')
          .where('report_message.proof', 'in', ['proven', 'stored'])
          .as('proven'),
      ])
      .where('state', '=', page.state)
      .$if(page.from !== null, (query) => query.where('key', older ? '<' : '>', page.from ?? 0))
      .orderBy('key', older ? 'desc' : 'asc')
      .limit(page.limit)
      .execute();
    return rows.map((row) => ({
      report: toReport(row),
      messages: Number(row.messages ?? 0),
      proven: Number(row.proven ?? 0),
    }));
  },

  async count(db: Db, state: ReportState): Promise<number> {
    const row = await db
      .selectFrom('report')
      .select((eb) => eb.fn.countAll<number | string>().as('reports'))
      .where('state', '=', state)
      .executeTakeFirstOrThrow();
    return Number(row.reports);
  },

  async countAbout(db: Db, subject: UserId): Promise<SubjectCounts> {
    const row = await db
      .selectFrom('report')
      .select((eb) => [
        eb.fn.countAll<number | string>().as('reports'),
        eb.fn.count<number | string>('reporter').distinct().as('reporters'),
        eb.fn.countAll<number | string>().filterWhere('state', '!=', 'closed').as('open'),
      ])
      .where('subject', '=', subject)
      .executeTakeFirstOrThrow();
    return {
      reports: Number(row.reports),
      reporters: Number(row.reporters),
      open: Number(row.open),
    };
  },

  /** What became of the other reports of whoever made this one. */
  async countBy(db: Db, { reporter, key }: Pick<Report, 'reporter' | 'key'>) {
    const rows = await db
      .selectFrom('report')
      .select((eb) => ['outcome', eb.fn.countAll<number | string>().as('reports')])
      .where('reporter', '=', reporter)
      .where('key', '!=', key)
      .where('outcome', 'is not', null)
      .groupBy('outcome')
      .execute();
    const counts = new Map(rows.map((row) => [row.outcome, Number(row.reports)]));
    return { acted: counts.get('acted') ?? 0, dismissed: counts.get('dismissed') ?? 0 };
  },
};

import { REPORT_NEWS_TYPE, type EventId, type UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import { refuse } from '../errors.ts';
import { reportStore, type Report, type ReportedMessage } from '../filing/report-store.ts';
import type { Served } from '../../media/index.ts';
import type { ReportDeps } from '../ports.ts';
import { actionStore, type Done } from './action-store.ts';
import { checkComplete, checkSubject, type Decision } from './moderation-rules.ts';
import { photoAddressOf } from './reported-photo.ts';
import type { Standings } from './standing.ts';
import {
  queueStore,
  type QueuedReport,
  type QueuePage,
  type SubjectCounts,
} from './queue-store.ts';

/** The queue, for moderators. Nobody else learns whether there is anything in it. */
export interface ModerationService {
  isModerator(db: Db, userId: UserId): Promise<boolean>;
  list(by: UserId, page: QueuePage): Promise<QueueReply>;
  get(by: UserId, reportId: string): Promise<ReportDetails>;
  /** The photo in a reported message, if it is shown to have been in it. */
  openPhoto(by: UserId, reportId: string, eventId: EventId): Promise<Served>;
  act(by: UserId, reportId: string, decision: Decision): Promise<void>;
  /** Whether this person's first contacts are cut now. */
  isLimited(db: Db, userId: UserId): Promise<boolean>;
}

export interface QueueReply {
  readonly reports: readonly QueuedReport[];
  /** From where the next page goes on; null if this was the last. */
  readonly next: number | null;
  readonly open: number;
  readonly appealed: number;
}

export interface ReportDetails {
  readonly report: Report;
  readonly messages: readonly ReportedMessage[];
  readonly subject: SubjectDetails | null;
  readonly reporter: { readonly acted: number; readonly dismissed: number };
  readonly history: readonly Done[];
}

export interface SubjectDetails extends SubjectCounts {
  readonly userId: UserId;
  /** Null once the account has ended. */
  readonly createdMs: number | null;
  readonly isSuspended: boolean;
  readonly limitedUntilMs: number | null;
  readonly history: readonly Done[];
}

/** How much of what was done before is shown. */
const HISTORY_MAX = 50;

export function createModerationService(deps: ReportDeps, standings: Standings): ModerationService {
  const { db, clock, people, settings } = deps;

  /** Asked before anything is looked up, so that others learn the same of every report. */
  async function checkModerator(read: Db, userId: UserId): Promise<void> {
    if (await people.isModerator(read, userId)) return;
    throw refuse('moderators_only', 'This is for moderators.');
  }

  async function getReport(read: Db, reportId: string): Promise<Report> {
    const report = await reportStore.find(read, reportId);
    if (report) return report;
    throw refuse('report_not_found', 'There is no such report.');
  }

  async function describeSubject(read: Db, userId: UserId): Promise<SubjectDetails> {
    const facts = await people.findFacts(read, userId);
    return {
      userId,
      createdMs: facts?.createdMs ?? null,
      isSuspended: people.isSuspended(userId),
      limitedUntilMs: await standings.findLimitEnd(read, userId),
      history: await actionStore.listAbout(read, userId, HISTORY_MAX),
      ...(await queueStore.countAbout(read, userId)),
    };
  }

  async function tellReporter(txn: Txn, { reporter }: Report): Promise<void> {
    if ((await people.findFacts(txn.db, reporter)) === null) return;
    const content = { decided_ts: clock.nowMs() };
    const scope = { userId: reporter, roomKey: null };
    await settings.write(txn, scope, { type: REPORT_NEWS_TYPE, content });
  }

  async function findLivingSubject(txn: Txn, { subject }: Report) {
    if (subject === null || !(await people.lock(txn, subject))) return null;
    return { userId: subject, isModerator: await people.isModerator(txn.db, subject) };
  }

  async function close(txn: Txn, by: UserId, report: Report, decision: Decision): Promise<void> {
    // What was done before an appeal stays done when the appeal is dismissed.
    const outcome = decision.action === 'dismiss' ? (report.outcome ?? 'dismissed') : 'acted';
    const decided = {
      outcome,
      note: decision.note,
      closedMs: clock.nowMs(),
      closedBy: by,
    } as const;
    if (!(await reportStore.close(txn, report.key, decided))) {
      throw refuse('report_decided', 'Another moderator has already decided this report.');
    }
    await tellReporter(txn, report);
  }

  return {
    isModerator: (read, userId) => people.isModerator(read, userId),

    async list(by, page) {
      await checkModerator(db.read, by);
      const [reports, open, appealed] = await Promise.all([
        queueStore.listPage(db.read, page),
        queueStore.count(db.read, 'open'),
        queueStore.count(db.read, 'appealed'),
      ]);
      const next = reports.length === page.limit ? (reports.at(-1)?.report.key ?? null) : null;
      return { reports, next, open, appealed };
    },

    async get(by, reportId) {
      await checkModerator(db.read, by);
      const report = await getReport(db.read, reportId);
      return {
        report,
        messages: await reportStore.listMessages(db.read, report.key),
        subject: report.subject === null ? null : await describeSubject(db.read, report.subject),
        reporter: await queueStore.countBy(db.read, report),
        history: await actionStore.listOfReport(db.read, report.key, HISTORY_MAX),
      };
    },

    async openPhoto(by, reportId, eventId) {
      await checkModerator(db.read, by);
      const { key, subject } = await getReport(db.read, reportId);
      const messages = await reportStore.listMessages(db.read, key);
      const message = messages.find((one) => one.eventId === eventId);
      const address = message ? photoAddressOf(message) : null;
      if (subject === null || address === null) {
        throw refuse('reported_photo_not_found', 'This report shows no such photo.');
      }
      return deps.openMediaOf(subject, address);
    },

    async act(by, reportId, decision) {
      await db.write(async (txn) => {
        await checkModerator(txn.db, by);
        const report = await getReport(txn.db, reportId);
        checkComplete(decision);
        const subject = await findLivingSubject(txn, report);
        checkSubject(decision.action, subject);
        if (decision.action !== 'lift') await close(txn, by, report, decision);
        const { action, note, subjectNote } = decision;
        await actionStore.add(txn, {
          reportKey: report.key,
          moderator: by,
          action,
          subject: report.subject,
          note,
          subjectNote,
          days: action === 'limit' ? decision.days : null,
          atMs: clock.nowMs(),
        });
        if (action === 'dismiss' || !subject) return;
        const isSuspended = await standings.carryOut(txn, subject.userId, decision);
        await standings.tell(txn, subject.userId, isSuspended);
      });
    },

    async isLimited(read, userId) {
      return (await standings.findLimitEnd(read, userId)) !== null;
    },
  };
}

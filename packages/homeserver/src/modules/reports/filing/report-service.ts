import {
  isUserId,
  OWN_REPORTS_MAX,
  type EventId,
  type ReportCategory,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { StoredEvent } from '../../rooms/index.ts';
import { refuse } from '../errors.ts';
import { isKept, judge, type Disclosure } from '../franks/frank-rules.ts';
import { frankStore } from '../franks/frank-store.ts';
import type { EventAddress, ReportDeps } from '../ports.ts';
import {
  checkMayAppeal,
  checkMayReport,
  COUNTS_AGAIN_MS,
  findAppealFault,
  REPORTS_WINDOW_MS,
} from './report-rules.ts';
import { reportStore, type NewReport, type Report, type ReportedMessage } from './report-store.ts';

/** Making reports, and what their makers learn of them. */
export interface ReportService {
  /** Each gives the report's id; the same report again is the same report. */
  reportEvent(reporter: UserId, report: EventReport): Promise<string>;
  reportRoom(reporter: UserId, report: Words & { roomId: RoomId }): Promise<string>;
  reportUser(reporter: UserId, report: Words & { userId: UserId }): Promise<string>;
  /** A request whose receiver does not want it: its messages, or its sender if it has none. */
  reportRequest(txn: Txn, reporter: UserId, report: RequestReport): Promise<void>;
  listOwn(reporter: UserId): Promise<OwnReport[]>;
  appeal(reporter: UserId, reportId: string, text: string): Promise<void>;
}

export interface Words {
  readonly category: ReportCategory;
  readonly reason: string;
}

export interface Disclosed {
  readonly eventId: EventId;
  readonly disclosure: Disclosure | null;
}

export interface EventReport extends Words {
  readonly roomId: RoomId;
  /** The reported one first; the others are its sender's too. */
  readonly messages: readonly [Disclosed, ...Disclosed[]];
}

export interface RequestReport extends Words {
  readonly roomId: RoomId;
  readonly sender: UserId;
  readonly messages: readonly Disclosed[];
}

export interface OwnReport {
  readonly report: Report;
  readonly mayAppeal: boolean;
}

/** What one report is about, before it is known who makes it and when. */
type Case = Pick<NewReport, 'kind' | 'target' | 'subject' | 'roomId' | 'category' | 'reason'>;

const ID_BYTES = 12;
const TWO = 2;

export function createReportService(deps: ReportDeps): ReportService {
  const { db, clock, rooms, people, requests } = deps;

  async function getReadable(
    read: Db,
    reporter: UserId,
    { roomId, eventId }: EventAddress,
  ): Promise<StoredEvent> {
    const event = await rooms.findEvent(read, roomId, eventId);
    const readable =
      event &&
      ((await rooms.couldRead(read, reporter, event)) ||
        (await requests.isShown(read, reporter, event)));
    if (event && readable) return event;
    // NOTSPEC: whoever has left, or is asked, may report what they could read; the specification wants
    // them joined, but then leaving a conversation would be giving up to complain about it.
    // https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidreporteventid
    throw refuse('reported_event_not_found', 'There is no such message, or it is not for you.');
  }

  async function examine(
    read: Db,
    event: StoredEvent,
    disclosure: Disclosure | null,
  ): Promise<ReportedMessage> {
    const isRedacted = event.redactedBy !== null;
    const kept = isRedacted ? await frankStore.find(read, event.eventId) : null;
    const keptCommitment = kept && isKept(kept.redactedMs, clock.nowMs()) ? kept.commitment : null;
    const { type, content, roomId } = event;
    const judged = judge({ type, content, roomId, isRedacted, keptCommitment }, disclosure);
    return { eventId: event.eventId, sentMs: event.originServerTs, ...judged };
  }

  /** All of one person's, in one conversation, each of them readable and none of them twice. */
  async function examineAll(
    read: Db,
    reporter: UserId,
    report: Pick<EventReport, 'roomId' | 'messages'>,
  ): Promise<{ sender: UserId; messages: ReportedMessage[] }> {
    const ids = new Set(report.messages.map(({ eventId }) => eventId));
    if (ids.size < report.messages.length) {
      throw refuse('repeated_message', 'Each message can be part of a report once.');
    }
    let sender: UserId | null = null;
    const messages: ReportedMessage[] = [];
    for (const { eventId, disclosure } of report.messages) {
      const event = await getReadable(read, reporter, { roomId: report.roomId, eventId });
      sender ??= event.sender;
      if (event.sender !== sender) {
        throw refuse('foreign_message', 'A report holds messages of one person only.');
      }
      if (sender === reporter) throw refuse('own_report', 'This is your own.');
      messages.push(await examine(read, event, disclosure));
    }
    if (sender === null) throw refuse('reported_event_not_found', 'There is no such message.');
    return { sender, messages };
  }

  /** Writes a report unless it is there already. The reporter's account is locked meanwhile. */
  async function file(
    txn: Txn,
    reporter: UserId,
    about: Case,
    messages: readonly ReportedMessage[],
  ): Promise<string> {
    await people.lock(txn, reporter);
    const before = await reportStore.findByTarget(txn.db, reporter, about.target);
    // A message was said once; a person or a group may give cause again once it was decided.
    if (before && (about.kind === 'message' || before.state !== 'closed')) return before.reportId;
    const nowMs = clock.nowMs();
    const sinceMs = nowMs - REPORTS_WINDOW_MS;
    const made = await reportStore.listTimes(txn.db, reporter, sinceMs, deps.reportsPerDay);
    checkMayReport(made, deps.reportsPerDay, nowMs);
    const reportId = deps.random.token(ID_BYTES);
    await countOnce(txn, reporter, about);
    await reportStore.insert(txn, { ...about, reportId, reporter, createdMs: nowMs }, messages);
    return reportId;
  }

  /** Somebody's messages count against them once for each who reports them, however many they are. */
  async function countOnce(txn: Txn, reporter: UserId, { kind, subject }: Case): Promise<void> {
    if (kind !== 'message' || subject === null) return;
    const sinceMs = clock.nowMs() - COUNTS_AGAIN_MS;
    if (await reportStore.hasReported(txn.db, { reporter, subject }, sinceMs)) return;
    await requests.countReport(txn, subject);
  }

  async function isShownTo(read: Db, viewer: UserId, userId: UserId): Promise<boolean> {
    const facts = isUserId(userId) ? await people.findFacts(read, userId) : null;
    return facts !== null && (!facts.isHidden || (await people.isKnown(read, viewer, userId)));
  }

  async function findSubjectOf(roomId: RoomId, reporter: UserId): Promise<UserId | null> {
    const view = await rooms.findView(db.read, roomId);
    const everIn = view?.membershipOf(reporter) ?? null;
    if (!view || everIn === null) {
      // NOTSPEC: whoever was never in or asked into a room learns nothing of it; there are no public ones.
      // https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidreport
      throw refuse('reported_room_not_found', 'There is no such conversation.');
    }
    const present = [...view.membersWith('join'), ...view.membersWith('invite')];
    const others = present.filter((userId) => userId !== reporter);
    const [other = null] = others;
    return others.length < TWO ? other : null;
  }

  return {
    async reportEvent(reporter, { roomId, messages, category, reason }) {
      const [{ eventId }] = messages;
      return db.write(async (txn) => {
        const found = await examineAll(txn.db, reporter, { roomId, messages });
        const { sender: subject } = found;
        const about = {
          kind: 'message',
          target: eventId,
          subject,
          roomId,
          category,
          reason,
        } as const;
        return file(txn, reporter, about, found.messages);
      });
    },

    async reportRoom(reporter, { roomId, category, reason }) {
      const subject = await findSubjectOf(roomId, reporter);
      const about = {
        kind: 'conversation',
        target: roomId,
        subject,
        roomId,
        category,
        reason,
      } as const;
      return db.write((txn) => file(txn, reporter, about, []));
    },

    async reportUser(reporter, { userId, category, reason }) {
      if (userId === reporter) throw refuse('own_report', 'This is you.');
      if (!(await isShownTo(db.read, reporter, userId))) {
        throw refuse('reported_person_not_found', 'There is no such person here.');
      }
      const about = { kind: 'person', target: userId, subject: userId, category, reason } as const;
      return db.write((txn) => file(txn, reporter, { ...about, roomId: null }, []));
    },

    async reportRequest(txn, reporter, { roomId, sender, messages, category, reason }) {
      const [first, ...more] = messages;
      const words = { subject: sender, roomId, category, reason };
      if (!first) {
        await file(txn, reporter, { kind: 'person', target: sender, ...words }, []);
        return;
      }
      const found = await examineAll(txn.db, reporter, { roomId, messages: [first, ...more] });
      if (found.sender !== sender) {
        throw refuse('foreign_message', 'A report holds messages of one person only.');
      }
      await file(
        txn,
        reporter,
        { kind: 'message', target: first.eventId, ...words },
        found.messages,
      );
    },

    async listOwn(reporter) {
      const nowMs = clock.nowMs();
      const reports = await reportStore.listOwn(db.read, reporter, OWN_REPORTS_MAX);
      return reports.map((report) => ({
        report,
        mayAppeal: findAppealFault(report, nowMs) === null,
      }));
    },

    async appeal(reporter, reportId, text) {
      const said = text.trim();
      if (said === '') throw refuse('appeal_empty', 'Say why this should be looked at again.');
      await db.write(async (txn) => {
        await people.lock(txn, reporter);
        const report = await reportStore.find(txn.db, reportId);
        if (report?.reporter !== reporter) {
          throw refuse('own_report_not_found', 'You have made no such report.');
        }
        checkMayAppeal(report, clock.nowMs());
        await reportStore.appeal(txn, report.key, said);
      });
    },
  };
}

import { getModerationReport, type JsonObject } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type {
  ModerationService,
  ReportDetails,
  SubjectDetails,
} from '../moderation/moderation-service.ts';

type Done = ReportDetails['history'][number];

export function getModerationReportRoute(moderation: ModerationService) {
  return route(getModerationReport, async ({ params, caller }) => {
    const { report, messages, subject, reporter, history } = await moderation.get(
      caller.userId,
      params.reportId,
    );
    return {
      report_id: report.reportId,
      kind: report.kind,
      category: report.category,
      reason: report.reason,
      created_ts: report.createdMs,
      state: report.state,
      ...(report.outcome !== null && { outcome: report.outcome }),
      ...(report.note !== null && { note: report.note }),
      ...(report.closedMs !== null && { closed_ts: report.closedMs }),
      ...(report.appeal !== null && { appeal: report.appeal }),
      decided_by_you: report.closedBy === caller.userId,
      messages: messages.map(messageReply),
      ...(subject && { subject: subjectReply(subject) }),
      reporter,
      history: history.map(doneReply),
    };
  });
}

function messageReply(message: ReportDetails['messages'][number]) {
  return {
    event_id: message.eventId,
    sent_ts: message.sentMs,
    proof: message.proof,
    ...(message.type !== null && { type: message.type }),
    // SAFETY: only objects are printed into it.
    ...(message.content !== null && { content: JSON.parse(message.content) as JsonObject }),
  };
}

function subjectReply(subject: SubjectDetails) {
  return {
    user_id: subject.userId,
    ...(subject.createdMs !== null && { account_created_ts: subject.createdMs }),
    suspended: subject.isSuspended,
    ...(subject.limitedUntilMs !== null && { limited_until: subject.limitedUntilMs }),
    reports: subject.reports,
    reporters: subject.reporters,
    open: subject.open,
    history: subject.history.map(doneReply),
  };
}

function doneReply(done: Done) {
  return {
    moderator: done.moderator,
    action: done.action,
    at_ts: done.atMs,
    note: done.note,
    subject_note: done.subjectNote,
    ...(done.days !== null && { days: done.days }),
  };
}

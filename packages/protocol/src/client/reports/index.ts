export { appealReport } from './appeal-report.ts';
export { listOwnReports } from './list-own-reports.ts';
export { actOnReport } from './moderation/act-on-report.ts';
export { getAdminSuspendUser } from './moderation/get-admin-suspend-user.ts';
export { getModerationReport } from './moderation/get-moderation-report.ts';
export { getReportedPhoto } from './moderation/get-reported-photo.ts';
export { listModerationQueue, QUEUE_PAGE_MAX } from './moderation/list-moderation-queue.ts';
export { setAdminSuspendUser } from './moderation/set-admin-suspend-user.ts';
export { reportEvent } from './report-event.ts';
export { reportRoom } from './report-room.ts';
export { reportUser } from './report-user.ts';
export {
  categorySchema,
  OWN_REPORTS_MAX,
  PROOFS,
  reasonSchema,
  REPORT_BYTES_MAX,
  REPORT_CATEGORIES,
  REPORT_MORE_MAX,
  REPORT_NOTE_MAX,
  REPORT_REASON_MAX,
  reportedMessageSchema,
  type Proof,
  type ReportCategory,
  type ReportKind,
  type ReportOutcome,
  type ReportState,
} from './report-words.ts';
export {
  LIMIT_DAYS_MAX,
  MODERATOR_ACTIONS,
  REPORT_NEWS_TYPE,
  STANDING_NOTES_MAX,
  STANDING_TYPE,
  type ModeratorAction,
  type Standing,
} from './standing.ts';

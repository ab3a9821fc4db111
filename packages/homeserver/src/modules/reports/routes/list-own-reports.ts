import { listOwnReports } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { OwnReport, ReportService } from '../filing/report-service.ts';

export function listOwnReportsRoute(reports: ReportService) {
  return route(listOwnReports, async ({ caller }) => ({
    reports: (await reports.listOwn(caller.userId)).map(replyOf),
  }));
}

function replyOf({ report, mayAppeal }: OwnReport) {
  return {
    report_id: report.reportId,
    kind: report.kind,
    ...(report.subject !== null && { user_id: report.subject }),
    ...(report.roomId !== null && { room_id: report.roomId }),
    category: report.category,
    reason: report.reason,
    created_ts: report.createdMs,
    state: report.state,
    ...(report.outcome !== null && { outcome: report.outcome }),
    ...(report.note !== null && { note: report.note }),
    ...(report.closedMs !== null && { closed_ts: report.closedMs }),
    ...(report.appeal !== null && { appeal: report.appeal }),
    may_appeal: mayAppeal,
  };
}

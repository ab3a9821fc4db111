import { appealReport } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { ReportService } from '../filing/report-service.ts';

export function appealReportRoute(reports: ReportService) {
  return route(appealReport, async ({ params, body, caller }) => {
    await reports.appeal(caller.userId, params.reportId, body.text);
    return {};
  });
}

import { reportUser } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { ReportService } from '../filing/report-service.ts';
import { wordsOf } from './words-of.ts';

export function reportUserRoute(reports: ReportService) {
  return route(reportUser, async ({ params, body, caller }) => {
    const report = { ...wordsOf(body), userId: params.userId };
    return { 'app.sotto.report_id': await reports.reportUser(caller.userId, report) };
  });
}

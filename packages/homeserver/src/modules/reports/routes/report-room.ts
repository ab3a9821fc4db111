import { reportRoom } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { ReportService } from '../filing/report-service.ts';
import { wordsOf } from './words-of.ts';

export function reportRoomRoute(reports: ReportService) {
  return route(reportRoom, async ({ params, body, caller }) => {
    const report = { ...wordsOf(body), roomId: params.roomId };
    return { 'app.sotto.report_id': await reports.reportRoom(caller.userId, report) };
  });
}

import { reportEvent } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { ReportService } from '../filing/report-service.ts';
import { wordsOf } from './words-of.ts';

export function reportEventRoute(reports: ReportService) {
  return route(reportEvent, async ({ params, body, caller }) => {
    const { 'app.sotto.frank': disclosure = null, 'app.sotto.more': more = [] } = body;
    const reportId = await reports.reportEvent(caller.userId, {
      ...wordsOf(body),
      roomId: params.roomId,
      messages: [
        { eventId: params.eventId, disclosure },
        ...more.map((message) => ({
          eventId: message.event_id,
          disclosure: message['app.sotto.frank'] ?? null,
        })),
      ],
    });
    return { 'app.sotto.report_id': reportId };
  });
}

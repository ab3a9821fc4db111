import { listModerationQueue } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import { readFrom, readLimit } from '../moderation/moderation-rules.ts';
import type { ModerationService, QueueReply } from '../moderation/moderation-service.ts';

type QueuedReport = QueueReply['reports'][number];

export function listModerationQueueRoute(moderation: ModerationService) {
  return route(listModerationQueue, async ({ query, caller }) => {
    const { reports, next, open, appealed } = await moderation.list(caller.userId, {
      state: query.state ?? 'open',
      order: query.order ?? 'newest',
      from: readFrom(query.from),
      limit: readLimit(query.limit),
    });
    return {
      reports: reports.map(rowReply),
      ...(next !== null && { next: String(next) }),
      open,
      appealed,
    };
  });
}

function rowReply({ report, messages, proven }: QueuedReport) {
  return {
    report_id: report.reportId,
    kind: report.kind,
    category: report.category,
    state: report.state,
    created_ts: report.createdMs,
    ...(report.subject !== null && { user_id: report.subject }),
    messages,
    proven,
  };
}

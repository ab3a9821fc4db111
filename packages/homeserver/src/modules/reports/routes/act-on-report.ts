import { actOnReport } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { ModerationService } from '../moderation/moderation-service.ts';

export function actOnReportRoute(moderation: ModerationService) {
  return route(actOnReport, async ({ params, body, caller }) => {
    await moderation.act(caller.userId, params.reportId, {
      action: body.action,
      note: (body.note ?? '').trim(),
      subjectNote: (body.subject_note ?? '').trim(),
      days: body.days ?? null,
    });
    return {};
  });
}

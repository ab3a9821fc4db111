import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { REPORT_NOTE_MAX } from '../report-words.ts';
import { LIMIT_DAYS_MAX, MODERATOR_ACTIONS } from '../standing.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/moderation/reports/{reportId}/action
 *
 * Decides a report, for moderators. `note` goes to the reporter, `subject_note` to whom it is about. `lift`
 * ends a suspension and a limit, at any time.
 */
export const actOnReport = {
  operationId: 'actOnReport',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/moderation/reports/:reportId/action',
  access: 'user',
  params: Type.Object({ reportId: Type.String({ maxLength: 64 }) }),
  body: Type.Object({
    action: Type.Unsafe<(typeof MODERATOR_ACTIONS)[number]>({
      type: 'string',
      enum: [...MODERATOR_ACTIONS],
    }),
    note: Type.Optional(Type.String({ maxLength: REPORT_NOTE_MAX })),
    subject_note: Type.Optional(Type.String({ maxLength: REPORT_NOTE_MAX })),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMIT_DAYS_MAX })),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;

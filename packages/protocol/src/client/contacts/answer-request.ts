import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import {
  categorySchema,
  reasonSchema,
  REPORT_BYTES_MAX,
  REPORT_MORE_MAX,
  reportedMessageSchema,
} from '../reports/report-words.ts';
import { emptyReplySchema, roomIdSchema } from '../schemas.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/requests/{roomId}/answer
 *
 * Deletes a request, or blocks or reports its sender as well, without telling them: for them it goes on
 * waiting. To accept one, join the room; to decline it openly, leave it. See `docs/reference/requests.md`.
 */
export const answerRequest = {
  operationId: 'answerRequest',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/requests/:roomId/answer',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  bodyBytesMax: REPORT_BYTES_MAX,
  body: Type.Object({
    answer: Type.Union([Type.Literal('delete'), Type.Literal('block'), Type.Literal('report')]),
    /** Of a report. */
    category: Type.Optional(categorySchema),
    reason: Type.Optional(reasonSchema),
    messages: Type.Optional(Type.Array(reportedMessageSchema, { maxItems: REPORT_MORE_MAX + 1 })),
    /** Whether its sender is blocked as well. */
    block: Type.Optional(Type.Boolean()),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { eventIdSchema, roomIdSchema } from '../schemas.ts';
import {
  categorySchema,
  disclosureSchema,
  reasonSchema,
  REPORT_BYTES_MAX,
  REPORT_MORE_MAX,
  reportedMessageSchema,
  reportReplySchema,
} from './report-words.ts';

/**
 * POST /_matrix/client/v3/rooms/{roomId}/report/{eventId}
 *
 * With `app.sotto.frank` the report proves what an encrypted message said. See `docs/reference/reports.md`.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidreporteventid
 */
export const reportEvent = {
  operationId: 'reportEvent',
  method: 'POST',
  path: '/_matrix/client/v3/rooms/:roomId/report/:eventId',
  access: 'user',
  limit: 'send',
  bodyBytesMax: REPORT_BYTES_MAX,
  params: Type.Object({ roomId: roomIdSchema, eventId: eventIdSchema }),
  body: Type.Object({
    reason: Type.Optional(reasonSchema),
    'app.sotto.category': Type.Optional(categorySchema),
    'app.sotto.frank': Type.Optional(disclosureSchema),
    'app.sotto.more': Type.Optional(
      Type.Array(reportedMessageSchema, { maxItems: REPORT_MORE_MAX }),
    ),
  }),
  reply: reportReplySchema,
} as const satisfies Contract;

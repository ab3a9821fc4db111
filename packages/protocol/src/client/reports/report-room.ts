import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { roomIdSchema } from '../schemas.ts';
import { categorySchema, reasonSchema, reportReplySchema } from './report-words.ts';

/**
 * POST /_matrix/client/v3/rooms/{roomId}/report
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidreport
 */
export const reportRoom = {
  operationId: 'reportRoom',
  method: 'POST',
  path: '/_matrix/client/v3/rooms/:roomId/report',
  access: 'user',
  limit: 'send',
  params: Type.Object({ roomId: roomIdSchema }),
  body: Type.Object({
    reason: Type.Optional(reasonSchema),
    'app.sotto.category': Type.Optional(categorySchema),
  }),
  reply: reportReplySchema,
} as const satisfies Contract;

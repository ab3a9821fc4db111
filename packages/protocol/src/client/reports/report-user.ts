import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { userIdSchema } from '../schemas.ts';
import { categorySchema, reasonSchema, reportReplySchema } from './report-words.ts';

/**
 * POST /_matrix/client/v3/users/{userId}/report
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3usersuseridreport
 */
export const reportUser = {
  operationId: 'reportUser',
  method: 'POST',
  path: '/_matrix/client/v3/users/:userId/report',
  access: 'user',
  limit: 'send',
  params: Type.Object({ userId: userIdSchema }),
  body: Type.Object({
    reason: Type.Optional(reasonSchema),
    'app.sotto.category': Type.Optional(categorySchema),
  }),
  reply: reportReplySchema,
} as const satisfies Contract;

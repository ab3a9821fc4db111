import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, userIdSchema } from '../schemas.ts';
import { presenceStateSchema } from './presence-state.ts';

/**
 * PUT /_matrix/client/v3/presence/{userId}/status
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3presenceuseridstatus
 */
export const setPresence = {
  operationId: 'setPresence',
  method: 'PUT',
  path: '/_matrix/client/v3/presence/:userId/status',
  access: 'user',
  params: Type.Object({ userId: userIdSchema }),
  body: Type.Object({
    presence: presenceStateSchema,
    status_msg: Type.Optional(Type.String({ maxLength: 512 })),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { userIdSchema } from '../schemas.ts';
import { presenceStateSchema } from './presence-state.ts';

/**
 * GET /_matrix/client/v3/presence/{userId}/status
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3presenceuseridstatus
 */
export const getPresence = {
  operationId: 'getPresence',
  method: 'GET',
  path: '/_matrix/client/v3/presence/:userId/status',
  access: 'user',
  params: Type.Object({ userId: userIdSchema }),
  reply: Type.Object({
    presence: presenceStateSchema,
    last_active_ago: Type.Optional(Type.Integer()),
    status_msg: Type.Optional(Type.String()),
    currently_active: Type.Optional(Type.Boolean()),
  }),
} as const satisfies Contract;

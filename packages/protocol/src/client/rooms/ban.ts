import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema, userIdSchema } from '../schemas.ts';

/**
 * POST /_matrix/client/v3/rooms/{roomId}/ban
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidban
 */
export const ban = {
  operationId: 'ban',
  method: 'POST',
  path: '/_matrix/client/v3/rooms/:roomId/ban',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  body: Type.Object({
    user_id: userIdSchema,
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;

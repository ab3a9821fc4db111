import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema, userIdSchema } from '../schemas.ts';

/**
 * PUT /_matrix/client/v3/rooms/{roomId}/typing/{userId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3roomsroomidtypinguserid
 */
export const setTyping = {
  operationId: 'setTyping',
  method: 'PUT',
  path: '/_matrix/client/v3/rooms/:roomId/typing/:userId',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema, userId: userIdSchema }),
  body: Type.Object({ typing: Type.Boolean(), timeout: Type.Optional(Type.Integer()) }),
  reply: emptyReplySchema,
} as const satisfies Contract;

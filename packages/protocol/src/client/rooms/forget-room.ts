import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema } from '../schemas.ts';

/**
 * POST /_matrix/client/v3/rooms/{roomId}/forget
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidforget
 */
export const forgetRoom = {
  operationId: 'forgetRoom',
  method: 'POST',
  path: '/_matrix/client/v3/rooms/:roomId/forget',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  reply: emptyReplySchema,
} as const satisfies Contract;

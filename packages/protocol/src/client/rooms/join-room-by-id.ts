import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { roomIdSchema } from '../schemas.ts';

/**
 * POST /_matrix/client/v3/rooms/{roomId}/join
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidjoin
 */
export const joinRoomById = {
  operationId: 'joinRoomById',
  method: 'POST',
  path: '/_matrix/client/v3/rooms/:roomId/join',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  body: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 2000 })) }),
  reply: Type.Object({ room_id: roomIdSchema }),
} as const satisfies Contract;

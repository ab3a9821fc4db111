import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, eventIdSchema, roomIdSchema } from '../schemas.ts';

/**
 * POST /_matrix/client/v3/rooms/{roomId}/read_markers
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidread_markers
 */
export const setReadMarker = {
  operationId: 'setReadMarker',
  method: 'POST',
  path: '/_matrix/client/v3/rooms/:roomId/read_markers',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  body: Type.Object({
    'm.fully_read': Type.Optional(eventIdSchema),
    'm.read': Type.Optional(eventIdSchema),
    'm.read.private': Type.Optional(eventIdSchema),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;

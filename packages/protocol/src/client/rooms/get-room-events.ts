import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { clientEventSchema, roomIdSchema } from '../schemas.ts';

/**
 * GET /_matrix/client/v3/rooms/{roomId}/messages
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidmessages
 */
export const getRoomEvents = {
  operationId: 'getRoomEvents',
  method: 'GET',
  path: '/_matrix/client/v3/rooms/:roomId/messages',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  query: Type.Object({
    dir: Type.Enum(['b', 'f']),
    from: Type.Optional(Type.String({ maxLength: 255 })),
    to: Type.Optional(Type.String({ maxLength: 255 })),
    limit: Type.Optional(Type.Integer({ minimum: 0 })),
    filter: Type.Optional(Type.String({ maxLength: 32_768 })),
  }),
  reply: Type.Object({
    start: Type.String(),
    end: Type.Optional(Type.String()),
    chunk: Type.Array(clientEventSchema),
    state: Type.Optional(Type.Array(clientEventSchema)),
  }),
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema } from '../schemas.ts';

/**
 * POST /_matrix/client/v3/rooms/{roomId}/leave
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidleave
 */
export const leaveRoom = {
  operationId: 'leaveRoom',
  method: 'POST',
  path: '/_matrix/client/v3/rooms/:roomId/leave',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  body: Type.Object({
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
    /** Ours: others are not shown a line about it. See `docs/reference/conversations/groups.md`. */
    'app.sotto.silent': Type.Optional(Type.Boolean()),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { clientEventSchema, roomIdSchema } from '../schemas.ts';

/**
 * GET /_matrix/client/v3/rooms/{roomId}/members
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidmembers
 */
export const getMembersByRoom = {
  operationId: 'getMembersByRoom',
  method: 'GET',
  path: '/_matrix/client/v3/rooms/:roomId/members',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  query: Type.Object({
    at: Type.Optional(Type.String({ maxLength: 255 })),
    membership: Type.Optional(Type.Enum(['join', 'invite', 'knock', 'leave', 'ban'])),
    not_membership: Type.Optional(Type.Enum(['join', 'invite', 'knock', 'leave', 'ban'])),
  }),
  reply: Type.Object({ chunk: Type.Array(clientEventSchema) }),
} as const satisfies Contract;

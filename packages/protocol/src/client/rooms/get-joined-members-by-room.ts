import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { jsonObjectSchema, roomIdSchema } from '../schemas.ts';

/**
 * GET /_matrix/client/v3/rooms/{roomId}/joined_members
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidjoined_members
 */
export const getJoinedMembersByRoom = {
  operationId: 'getJoinedMembersByRoom',
  method: 'GET',
  path: '/_matrix/client/v3/rooms/:roomId/joined_members',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  reply: Type.Object({ joined: jsonObjectSchema }),
} as const satisfies Contract;

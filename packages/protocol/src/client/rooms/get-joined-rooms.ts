import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { roomIdSchema } from '../schemas.ts';

/**
 * GET /_matrix/client/v3/joined_rooms
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3joined_rooms
 */
export const getJoinedRooms = {
  operationId: 'getJoinedRooms',
  method: 'GET',
  path: '/_matrix/client/v3/joined_rooms',
  access: 'user',
  reply: Type.Object({ joined_rooms: Type.Array(roomIdSchema) }),
} as const satisfies Contract;

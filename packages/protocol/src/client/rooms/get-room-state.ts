import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { clientEventSchema, roomIdSchema } from '../schemas.ts';

/**
 * GET /_matrix/client/v3/rooms/{roomId}/state
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidstate
 */
export const getRoomState = {
  operationId: 'getRoomState',
  method: 'GET',
  path: '/_matrix/client/v3/rooms/:roomId/state',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  reply: Type.Array(clientEventSchema),
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { clientEventSchema, eventIdSchema, roomIdSchema } from '../schemas.ts';

/**
 * GET /_matrix/client/v3/rooms/{roomId}/event/{eventId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomideventeventid
 */
export const getOneRoomEvent = {
  operationId: 'getOneRoomEvent',
  method: 'GET',
  path: '/_matrix/client/v3/rooms/:roomId/event/:eventId',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema, eventId: eventIdSchema }),
  reply: clientEventSchema,
} as const satisfies Contract;

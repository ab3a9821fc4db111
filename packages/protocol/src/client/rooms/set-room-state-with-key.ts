import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { eventIdSchema, jsonObjectSchema, roomIdSchema } from '../schemas.ts';

/**
 * PUT /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
 */
export const setRoomStateWithKey = {
  operationId: 'setRoomStateWithKey',
  method: 'PUT',
  path: '/_matrix/client/v3/rooms/:roomId/state/:eventType/:stateKey',
  // The empty state key may be left out, with or without its slash.
  alsoAt: '/_matrix/client/v3/rooms/:roomId/state/:eventType',
  access: 'user',
  limit: 'send',
  params: Type.Object({
    roomId: roomIdSchema,
    eventType: Type.String({ minLength: 1, maxLength: 255 }),
    stateKey: Type.Optional(Type.String({ maxLength: 255 })),
  }),
  body: jsonObjectSchema,
  reply: Type.Object({ event_id: eventIdSchema }),
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { jsonObjectSchema, roomIdSchema } from '../schemas.ts';

/**
 * GET /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey
 */
export const getRoomStateWithKey = {
  operationId: 'getRoomStateWithKey',
  method: 'GET',
  path: '/_matrix/client/v3/rooms/:roomId/state/:eventType/:stateKey',
  // The empty state key may be left out, with or without its slash.
  alsoAt: '/_matrix/client/v3/rooms/:roomId/state/:eventType',
  access: 'user',
  params: Type.Object({
    roomId: roomIdSchema,
    eventType: Type.String({ maxLength: 255 }),
    stateKey: Type.Optional(Type.String({ maxLength: 255 })),
  }),
  query: Type.Object({ format: Type.Optional(Type.Enum(['content', 'event'])) }),
  reply: jsonObjectSchema,
} as const satisfies Contract;

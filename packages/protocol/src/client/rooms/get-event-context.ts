import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { clientEventSchema, eventIdSchema, roomIdSchema } from '../schemas.ts';

/**
 * GET /_matrix/client/v3/rooms/{roomId}/context/{eventId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidcontexteventid
 */
export const getEventContext = {
  operationId: 'getEventContext',
  method: 'GET',
  path: '/_matrix/client/v3/rooms/:roomId/context/:eventId',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema, eventId: eventIdSchema }),
  query: Type.Object({
    limit: Type.Optional(Type.Integer({ minimum: 0 })),
    filter: Type.Optional(Type.String({ maxLength: 32_768 })),
  }),
  reply: Type.Object({
    event: clientEventSchema,
    events_before: Type.Array(clientEventSchema),
    events_after: Type.Array(clientEventSchema),
    state: Type.Array(clientEventSchema),
    start: Type.String(),
    end: Type.String(),
  }),
} as const satisfies Contract;

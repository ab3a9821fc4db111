import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { eventIdSchema, roomIdSchema } from '../schemas.ts';

/**
 * PUT /_matrix/client/v3/rooms/{roomId}/redact/{eventId}/{txnId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3roomsroomidredacteventidtxnid
 */
export const redactEvent = {
  operationId: 'redactEvent',
  method: 'PUT',
  path: '/_matrix/client/v3/rooms/:roomId/redact/:eventId/:txnId',
  access: 'user',
  limit: 'send',
  params: Type.Object({
    roomId: roomIdSchema,
    eventId: eventIdSchema,
    txnId: Type.String({ minLength: 1, maxLength: 255 }),
  }),
  body: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 2000 })) }),
  reply: Type.Object({ event_id: eventIdSchema }),
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { eventIdSchema, jsonObjectSchema, roomIdSchema } from '../schemas.ts';

/**
 * PUT /_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3roomsroomidsendeventtypetxnid
 */
export const sendMessage = {
  operationId: 'sendMessage',
  method: 'PUT',
  path: '/_matrix/client/v3/rooms/:roomId/send/:eventType/:txnId',
  access: 'user',
  limit: 'send',
  params: Type.Object({
    roomId: roomIdSchema,
    eventType: Type.String({ minLength: 1, maxLength: 255 }),
    txnId: Type.String({ minLength: 1, maxLength: 255 }),
  }),
  body: jsonObjectSchema,
  reply: Type.Object({ event_id: eventIdSchema }),
} as const satisfies Contract;

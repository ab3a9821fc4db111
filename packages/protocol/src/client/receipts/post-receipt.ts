import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, eventIdSchema, roomIdSchema } from '../schemas.ts';

export type ReceiptType = 'm.read' | 'm.read.private' | 'm.fully_read';

/**
 * POST /_matrix/client/v3/rooms/{roomId}/receipt/{receiptType}/{eventId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidreceiptreceipttypeeventid
 */
export const postReceipt = {
  operationId: 'postReceipt',
  method: 'POST',
  path: '/_matrix/client/v3/rooms/:roomId/receipt/:receiptType/:eventId',
  access: 'user',
  params: Type.Object({
    roomId: roomIdSchema,
    receiptType: Type.Unsafe<ReceiptType>({
      type: 'string',
      enum: ['m.read', 'm.read.private', 'm.fully_read'],
    }),
    eventId: eventIdSchema,
  }),
  // A wrong thread has an error code of its own, so its form is the service's to check.
  body: Type.Object({ thread_id: Type.Optional(Type.Unknown()) }),
  reply: emptyReplySchema,
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, jsonObjectSchema } from '../schemas.ts';
import { deviceIdPattern } from './key-schemas.ts';

/**
 * PUT /_matrix/client/v3/sendToDevice/{eventType}/{txnId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3sendtodeviceeventtypetxnid
 */
export const sendToDevice = {
  operationId: 'sendToDevice',
  method: 'PUT',
  path: '/_matrix/client/v3/sendToDevice/:eventType/:txnId',
  access: 'user',
  limit: 'send',
  // Clients share a room key with up to 250 devices at once, at about 4 KiB each.
  bodyBytesMax: 2_097_152,
  params: Type.Object({
    eventType: Type.String({ minLength: 1, maxLength: 255 }),
    txnId: Type.String({ minLength: 1, maxLength: 255 }),
  }),
  body: Type.Object({
    messages: Type.Record(
      Type.String({ pattern: '^@' }),
      Type.Record(Type.String({ pattern: deviceIdPattern }), jsonObjectSchema, {
        maxProperties: 1_000,
        additionalProperties: false,
      }),
      { maxProperties: 1_000, additionalProperties: false },
    ),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;

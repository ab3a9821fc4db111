import type { Contract } from '../../contract.ts';
import { emptyReplySchema, jsonObjectSchema } from '../schemas.ts';
import { roomAccountDataParamsSchema } from './account-data-params.ts';

/**
 * PUT /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3useruseridroomsroomidaccount_datatype
 */
export const setAccountDataPerRoom = {
  operationId: 'setAccountDataPerRoom',
  method: 'PUT',
  path: '/_matrix/client/v3/user/:userId/rooms/:roomId/account_data/:type',
  access: 'user',
  params: roomAccountDataParamsSchema,
  body: jsonObjectSchema,
  reply: emptyReplySchema,
} as const satisfies Contract;

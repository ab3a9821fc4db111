import type { Contract } from '../../contract.ts';
import { jsonObjectSchema } from '../schemas.ts';
import { roomAccountDataParamsSchema } from './account-data-params.ts';

/**
 * GET /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3useruseridroomsroomidaccount_datatype
 */
export const getAccountDataPerRoom = {
  operationId: 'getAccountDataPerRoom',
  method: 'GET',
  path: '/_matrix/client/v3/user/:userId/rooms/:roomId/account_data/:type',
  access: 'user',
  params: roomAccountDataParamsSchema,
  reply: jsonObjectSchema,
} as const satisfies Contract;

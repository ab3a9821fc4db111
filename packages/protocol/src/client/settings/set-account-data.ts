import type { Contract } from '../../contract.ts';
import { emptyReplySchema, jsonObjectSchema } from '../schemas.ts';
import { accountDataParamsSchema } from './account-data-params.ts';

/**
 * PUT /_matrix/client/v3/user/{userId}/account_data/{type}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3useruseridaccount_datatype
 */
export const setAccountData = {
  operationId: 'setAccountData',
  method: 'PUT',
  path: '/_matrix/client/v3/user/:userId/account_data/:type',
  access: 'user',
  params: accountDataParamsSchema,
  body: jsonObjectSchema,
  reply: emptyReplySchema,
} as const satisfies Contract;

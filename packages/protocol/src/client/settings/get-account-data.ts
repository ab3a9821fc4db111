import type { Contract } from '../../contract.ts';
import { jsonObjectSchema } from '../schemas.ts';
import { accountDataParamsSchema } from './account-data-params.ts';

/**
 * GET /_matrix/client/v3/user/{userId}/account_data/{type}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3useruseridaccount_datatype
 */
export const getAccountData = {
  operationId: 'getAccountData',
  method: 'GET',
  path: '/_matrix/client/v3/user/:userId/account_data/:type',
  access: 'user',
  params: accountDataParamsSchema,
  reply: jsonObjectSchema,
} as const satisfies Contract;

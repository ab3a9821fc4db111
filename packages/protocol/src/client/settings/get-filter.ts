import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { userIdSchema } from '../schemas.ts';
import { syncFilterSchema } from './sync-filter.ts';

/**
 * GET /_matrix/client/v3/user/{userId}/filter/{filterId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3useruseridfilterfilterid
 */
export const getFilter = {
  operationId: 'getFilter',
  method: 'GET',
  path: '/_matrix/client/v3/user/:userId/filter/:filterId',
  access: 'user',
  params: Type.Object({ userId: userIdSchema, filterId: Type.String({ maxLength: 255 }) }),
  reply: syncFilterSchema,
} as const satisfies Contract;

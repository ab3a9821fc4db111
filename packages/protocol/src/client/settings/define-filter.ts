import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { userIdSchema } from '../schemas.ts';
import { syncFilterSchema } from './sync-filter.ts';

/**
 * POST /_matrix/client/v3/user/{userId}/filter
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3useruseridfilter
 */
export const defineFilter = {
  operationId: 'defineFilter',
  method: 'POST',
  path: '/_matrix/client/v3/user/:userId/filter',
  access: 'user',
  params: Type.Object({ userId: userIdSchema }),
  body: syncFilterSchema,
  bodyBytesMax: 65_536,
  reply: Type.Object({ filter_id: Type.String() }),
} as const satisfies Contract;

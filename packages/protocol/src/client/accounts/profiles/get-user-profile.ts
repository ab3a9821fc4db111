import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { jsonObjectSchema, userIdSchema } from '../../schemas.ts';

/**
 * GET /_matrix/client/v3/profile/{userId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3profileuserid
 */
export const getUserProfile = {
  operationId: 'getUserProfile',
  method: 'GET',
  path: '/_matrix/client/v3/profile/:userId',
  access: 'optional',
  params: Type.Object({ userId: userIdSchema }),
  reply: jsonObjectSchema,
} as const satisfies Contract;

import type { Contract } from '../../../contract.ts';
import { jsonObjectSchema } from '../../schemas.ts';
import { profileFieldParamsSchema } from './profile-params.ts';

/**
 * GET /_matrix/client/v3/profile/{userId}/{keyName}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3profileuseridkeyname
 */
export const getProfileField = {
  operationId: 'getProfileField',
  method: 'GET',
  path: '/_matrix/client/v3/profile/:userId/:keyName',
  access: 'optional',
  params: profileFieldParamsSchema,
  reply: jsonObjectSchema,
} as const satisfies Contract;

import type { Contract } from '../../../contract.ts';
import { emptyReplySchema, jsonObjectSchema } from '../../schemas.ts';
import { profileFieldParamsSchema } from './profile-params.ts';

/**
 * PUT /_matrix/client/v3/profile/{userId}/{keyName}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3profileuseridkeyname
 */
export const setProfileField = {
  operationId: 'setProfileField',
  method: 'PUT',
  path: '/_matrix/client/v3/profile/:userId/:keyName',
  access: 'user',
  params: profileFieldParamsSchema,
  body: jsonObjectSchema,
  reply: emptyReplySchema,
} as const satisfies Contract;

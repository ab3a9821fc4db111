import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { profileFieldParamsSchema } from './profile-params.ts';

/**
 * DELETE /_matrix/client/v3/profile/{userId}/{keyName}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3profileuseridkeyname
 */
export const deleteProfileField = {
  operationId: 'deleteProfileField',
  method: 'DELETE',
  path: '/_matrix/client/v3/profile/:userId/:keyName',
  access: 'user',
  params: profileFieldParamsSchema,
  reply: emptyReplySchema,
} as const satisfies Contract;

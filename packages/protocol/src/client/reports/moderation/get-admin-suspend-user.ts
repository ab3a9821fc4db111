import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

/**
 * GET /_matrix/client/v1/admin/suspend/{userId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1adminsuspenduserid
 */
export const getAdminSuspendUser = {
  operationId: 'getAdminSuspendUser',
  method: 'GET',
  path: '/_matrix/client/v1/admin/suspend/:userId',
  access: 'user',
  // Not as a user id: whoever is no moderator is told so whatever they name.
  params: Type.Object({ userId: Type.String({ maxLength: 255 }) }),
  reply: Type.Object({ suspended: Type.Boolean() }),
} as const satisfies Contract;

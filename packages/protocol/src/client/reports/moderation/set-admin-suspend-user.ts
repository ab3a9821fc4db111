import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

/**
 * PUT /_matrix/client/v1/admin/suspend/{userId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv1adminsuspenduserid
 */
export const setAdminSuspendUser = {
  operationId: 'setAdminSuspendUser',
  method: 'PUT',
  path: '/_matrix/client/v1/admin/suspend/:userId',
  access: 'user',
  // Not as a user id: whoever is no moderator is told so whatever they name.
  params: Type.Object({ userId: Type.String({ maxLength: 255 }) }),
  body: Type.Object({ suspended: Type.Boolean() }),
  reply: Type.Object({ suspended: Type.Boolean() }),
} as const satisfies Contract;

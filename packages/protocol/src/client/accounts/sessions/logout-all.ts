import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';

/**
 * POST /_matrix/client/v3/logout/all
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3logoutall
 */
export const logoutAll = {
  operationId: 'logout_all',
  method: 'POST',
  path: '/_matrix/client/v3/logout/all',
  access: 'user',
  reply: emptyReplySchema,
} as const satisfies Contract;

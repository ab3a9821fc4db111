import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';

/**
 * POST /_matrix/client/v3/logout
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3logout
 */
export const logout = {
  operationId: 'logout',
  method: 'POST',
  path: '/_matrix/client/v3/logout',
  access: 'user',
  reply: emptyReplySchema,
} as const satisfies Contract;

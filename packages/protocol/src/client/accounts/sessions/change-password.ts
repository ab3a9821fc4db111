import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { authRequestSchema } from '../auth-request.ts';

/**
 * POST /_matrix/client/v3/account/password
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3accountpassword
 */
export const changePassword = {
  operationId: 'changePassword',
  method: 'POST',
  path: '/_matrix/client/v3/account/password',
  access: 'optional',
  limit: 'login',
  body: Type.Object({
    new_password: Type.String(),
    logout_devices: Type.Optional(Type.Boolean()),
    auth: authRequestSchema,
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;

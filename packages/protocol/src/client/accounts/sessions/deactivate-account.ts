import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { authRequestSchema } from '../auth-request.ts';

/**
 * POST /_matrix/client/v3/account/deactivate
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3accountdeactivate
 */
export const deactivateAccount = {
  operationId: 'deactivateAccount',
  method: 'POST',
  path: '/_matrix/client/v3/account/deactivate',
  access: 'optional',
  limit: 'login',
  body: Type.Object({
    auth: authRequestSchema,
    id_server: Type.Optional(Type.String()),
    erase: Type.Optional(Type.Boolean()),
  }),
  reply: Type.Object({
    id_server_unbind_result: Type.Union([Type.Literal('success'), Type.Literal('no-support')]),
  }),
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { authRequestSchema } from '../auth-request.ts';

/**
 * POST /_matrix/client/v1/login/get_token
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv1loginget_token
 */
export const generateLoginToken = {
  operationId: 'generateLoginToken',
  method: 'POST',
  path: '/_matrix/client/v1/login/get_token',
  access: 'user',
  limit: 'login',
  body: Type.Object({ auth: authRequestSchema }),
  reply: Type.Object({ login_token: Type.String(), expires_in_ms: Type.Integer() }),
} as const satisfies Contract;

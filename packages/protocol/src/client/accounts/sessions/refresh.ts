import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

/**
 * POST /_matrix/client/v3/refresh
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3refresh
 */
export const refresh = {
  operationId: 'refresh',
  method: 'POST',
  path: '/_matrix/client/v3/refresh',
  access: 'public',
  body: Type.Object({ refresh_token: Type.String() }),
  reply: Type.Object({
    access_token: Type.String(),
    refresh_token: Type.Optional(Type.String()),
    expires_in_ms: Type.Optional(Type.Integer()),
  }),
} as const satisfies Contract;

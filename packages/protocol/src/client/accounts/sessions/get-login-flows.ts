import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

/**
 * GET /_matrix/client/v3/login
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3login
 */
export const getLoginFlows = {
  operationId: 'getLoginFlows',
  method: 'GET',
  path: '/_matrix/client/v3/login',
  access: 'public',
  reply: Type.Object({
    flows: Type.Array(
      Type.Object({ type: Type.String(), get_login_token: Type.Optional(Type.Boolean()) }),
    ),
  }),
} as const satisfies Contract;

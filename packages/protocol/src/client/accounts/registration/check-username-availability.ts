import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

/**
 * GET /_matrix/client/v3/register/available
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3registeravailable
 */
export const checkUsernameAvailability = {
  operationId: 'checkUsernameAvailability',
  method: 'GET',
  path: '/_matrix/client/v3/register/available',
  access: 'public',
  query: Type.Object({ username: Type.String() }),
  reply: Type.Object({ available: Type.Literal(true) }),
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

/**
 * GET /_matrix/client/v1/register/m.login.registration_token/validity
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1registermloginregistration_tokenvalidity
 */
export const registrationTokenValidity = {
  operationId: 'registrationTokenValidity',
  method: 'GET',
  path: '/_matrix/client/v1/register/m.login.registration_token/validity',
  access: 'public',
  limit: 'registration',
  query: Type.Object({ token: Type.String() }),
  reply: Type.Object({ valid: Type.Boolean() }),
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { pushRulesetSchema } from './push-ruleset.ts';

/**
 * GET /_matrix/client/v3/pushrules/
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3pushrules
 */
export const getPushRules = {
  operationId: 'getPushRules',
  method: 'GET',
  path: '/_matrix/client/v3/pushrules/',
  access: 'user',
  reply: Type.Object({ global: pushRulesetSchema }),
} as const satisfies Contract;

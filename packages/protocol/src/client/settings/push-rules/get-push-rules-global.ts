import type { Contract } from '../../../contract.ts';
import { pushRulesetSchema } from './push-ruleset.ts';

/**
 * GET /_matrix/client/v3/pushrules/global/
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3pushrulesglobal
 */
export const getPushRulesGlobal = {
  operationId: 'getPushRulesGlobal',
  method: 'GET',
  path: '/_matrix/client/v3/pushrules/global/',
  access: 'user',
  reply: pushRulesetSchema,
} as const satisfies Contract;

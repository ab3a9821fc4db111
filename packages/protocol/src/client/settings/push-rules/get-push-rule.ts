import type { Contract } from '../../../contract.ts';
import { pushRuleParamsSchema } from './push-rule-params.ts';
import { pushRuleSchema } from './push-ruleset.ts';

/**
 * GET /_matrix/client/v3/pushrules/global/{kind}/{ruleId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3pushrulesglobalkindruleid
 */
export const getPushRule = {
  operationId: 'getPushRule',
  method: 'GET',
  path: '/_matrix/client/v3/pushrules/global/:kind/:ruleId',
  access: 'user',
  params: pushRuleParamsSchema,
  reply: pushRuleSchema,
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { pushRuleParamsSchema } from './push-rule-params.ts';

/**
 * GET /_matrix/client/v3/pushrules/global/{kind}/{ruleId}/enabled
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3pushrulesglobalkindruleidenabled
 */
export const isPushRuleEnabled = {
  operationId: 'isPushRuleEnabled',
  method: 'GET',
  path: '/_matrix/client/v3/pushrules/global/:kind/:ruleId/enabled',
  access: 'user',
  params: pushRuleParamsSchema,
  reply: Type.Object({ enabled: Type.Boolean() }),
} as const satisfies Contract;

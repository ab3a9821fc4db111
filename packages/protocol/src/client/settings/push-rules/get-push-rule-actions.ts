import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { pushRuleParamsSchema } from './push-rule-params.ts';
import { pushActionSchema } from './push-ruleset.ts';

/**
 * GET /_matrix/client/v3/pushrules/global/{kind}/{ruleId}/actions
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3pushrulesglobalkindruleidactions
 */
export const getPushRuleActions = {
  operationId: 'getPushRuleActions',
  method: 'GET',
  path: '/_matrix/client/v3/pushrules/global/:kind/:ruleId/actions',
  access: 'user',
  params: pushRuleParamsSchema,
  reply: Type.Object({ actions: Type.Array(pushActionSchema) }),
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { pushRuleParamsSchema } from './push-rule-params.ts';
import { pushActionSchema } from './push-ruleset.ts';

/**
 * PUT /_matrix/client/v3/pushrules/global/{kind}/{ruleId}/actions
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3pushrulesglobalkindruleidactions
 */
export const setPushRuleActions = {
  operationId: 'setPushRuleActions',
  method: 'PUT',
  path: '/_matrix/client/v3/pushrules/global/:kind/:ruleId/actions',
  access: 'user',
  params: pushRuleParamsSchema,
  body: Type.Object({ actions: Type.Array(pushActionSchema) }),
  reply: emptyReplySchema,
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { pushRuleIdSchema, pushRuleParamsSchema } from './push-rule-params.ts';
import { pushActionSchema, pushConditionSchema } from './push-ruleset.ts';

/**
 * PUT /_matrix/client/v3/pushrules/global/{kind}/{ruleId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3pushrulesglobalkindruleid
 */
export const setPushRule = {
  operationId: 'setPushRule',
  method: 'PUT',
  path: '/_matrix/client/v3/pushrules/global/:kind/:ruleId',
  access: 'user',
  params: pushRuleParamsSchema,
  query: Type.Object({
    before: Type.Optional(pushRuleIdSchema),
    after: Type.Optional(pushRuleIdSchema),
  }),
  body: Type.Object({
    actions: Type.Array(pushActionSchema),
    conditions: Type.Optional(Type.Array(pushConditionSchema)),
    pattern: Type.Optional(Type.String()),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;

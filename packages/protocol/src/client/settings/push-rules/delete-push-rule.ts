import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { pushRuleParamsSchema } from './push-rule-params.ts';

/**
 * DELETE /_matrix/client/v3/pushrules/global/{kind}/{ruleId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3pushrulesglobalkindruleid
 */
export const deletePushRule = {
  operationId: 'deletePushRule',
  method: 'DELETE',
  path: '/_matrix/client/v3/pushrules/global/:kind/:ruleId',
  access: 'user',
  params: pushRuleParamsSchema,
  reply: emptyReplySchema,
} as const satisfies Contract;

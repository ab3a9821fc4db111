import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { pushRuleParamsSchema } from './push-rule-params.ts';

/**
 * PUT /_matrix/client/v3/pushrules/global/{kind}/{ruleId}/enabled
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3pushrulesglobalkindruleidenabled
 */
export const setPushRuleEnabled = {
  operationId: 'setPushRuleEnabled',
  method: 'PUT',
  path: '/_matrix/client/v3/pushrules/global/:kind/:ruleId/enabled',
  access: 'user',
  params: pushRuleParamsSchema,
  body: Type.Object({ enabled: Type.Boolean() }),
  reply: emptyReplySchema,
} as const satisfies Contract;

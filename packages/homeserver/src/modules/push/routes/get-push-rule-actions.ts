import { getPushRuleActions } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';

export function getPushRuleActionsRoute(push: PushService) {
  return route(getPushRuleActions, async ({ params, caller }) => ({
    actions: push.getRule(caller.userId, params).actions,
  }));
}

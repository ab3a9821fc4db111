import { getPushRule } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';

export function getPushRuleRoute(push: PushService) {
  return route(getPushRule, async ({ params, caller }) => push.getRule(caller.userId, params));
}

import { isPushRuleEnabled } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';

export function isPushRuleEnabledRoute(push: PushService) {
  return route(isPushRuleEnabled, async ({ params, caller }) => ({
    enabled: push.getRule(caller.userId, params).enabled,
  }));
}

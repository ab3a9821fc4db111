import { getPushRules } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';

export function getPushRulesRoute(push: PushService) {
  return route(getPushRules, async ({ caller }) => ({
    global: push.rulesetOf(caller.userId),
  }));
}

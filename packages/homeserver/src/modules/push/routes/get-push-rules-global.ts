import { getPushRulesGlobal } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';

export function getPushRulesGlobalRoute(push: PushService) {
  return route(getPushRulesGlobal, async ({ caller }) => push.rulesetOf(caller.userId));
}

import { deletePushRule } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';

export function deletePushRuleRoute(push: PushService) {
  return route(deletePushRule, async ({ params, caller }) => {
    await push.removeRule(caller.userId, params);
    return {};
  });
}

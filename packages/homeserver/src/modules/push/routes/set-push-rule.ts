import { setPushRule } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';

export function setPushRuleRoute(push: PushService) {
  return route(setPushRule, async ({ params, query, body, caller }) => {
    await push.setRule(caller.userId, params, { ...body, ...query });
    return {};
  });
}

import { setPushRuleActions } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';

export function setPushRuleActionsRoute(push: PushService) {
  return route(setPushRuleActions, async ({ params, body, caller }) => {
    await push.setActions(caller.userId, params, body.actions);
    return {};
  });
}

import { setPushRuleEnabled } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';

export function setPushRuleEnabledRoute(push: PushService) {
  return route(setPushRuleEnabled, async ({ params, body, caller }) => {
    await push.setEnabled(caller.userId, params, body.enabled);
    return {};
  });
}

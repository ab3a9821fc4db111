import type { Route } from '../../../http/index.ts';
import type { PushService } from '../service.ts';
import { deletePushRuleRoute } from './delete-push-rule.ts';
import { getPushRuleRoute } from './get-push-rule.ts';
import { getPushRuleActionsRoute } from './get-push-rule-actions.ts';
import { getPushRulesRoute } from './get-push-rules.ts';
import { getPushRulesGlobalRoute } from './get-push-rules-global.ts';
import { isPushRuleEnabledRoute } from './is-push-rule-enabled.ts';
import { setPushRuleRoute } from './set-push-rule.ts';
import { setPushRuleActionsRoute } from './set-push-rule-actions.ts';
import { setPushRuleEnabledRoute } from './set-push-rule-enabled.ts';

export function pushRoutes(push: PushService): Route[] {
  return [
    getPushRulesRoute(push),
    getPushRulesGlobalRoute(push),
    getPushRuleRoute(push),
    setPushRuleRoute(push),
    deletePushRuleRoute(push),
    isPushRuleEnabledRoute(push),
    setPushRuleEnabledRoute(push),
    getPushRuleActionsRoute(push),
    setPushRuleActionsRoute(push),
  ];
}

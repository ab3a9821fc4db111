export { deletePushRule } from './delete-push-rule.ts';
export { getPushRule } from './get-push-rule.ts';
export { getPushRuleActions } from './get-push-rule-actions.ts';
export { getPushRules } from './get-push-rules.ts';
export { getPushRulesGlobal } from './get-push-rules-global.ts';
export { isPushRuleEnabled } from './is-push-rule-enabled.ts';
export { setPushRule } from './set-push-rule.ts';
export { setPushRuleActions } from './set-push-rule-actions.ts';
export { setPushRuleEnabled } from './set-push-rule-enabled.ts';
export {
  PUSH_RULE_KINDS,
  pushRulesetSchema,
  UNTIL_CONDITION,
  type PushAction,
  type PushCondition,
  type PushRule,
  type PushRuleKind,
  type PushRuleset,
} from './push-ruleset.ts';

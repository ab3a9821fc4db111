import {
  PUSH_RULE_KINDS,
  type PushAction,
  type PushRule,
  type PushRuleKind,
  type UserId,
} from '@sotto/protocol';
import { refuse } from '../errors.ts';
import { getRule, rulesetOf, type OwnRules, type RulePlace } from './own-rules.ts';
import { isOver } from './rule-rules.ts';

/** Where among a person's own rules of its kind. */
export interface Neighbours {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** A new rule becomes the first of its kind, one that is there keeps its place, if nothing else is asked. */
export function withRule(
  rules: OwnRules,
  kind: PushRuleKind,
  given: PushRule,
  { before, after }: Neighbours,
): OwnRules {
  const known = rules.own[kind] ?? [];
  const at = known.findIndex(({ rule_id: id }) => id === given.rule_id);
  const rule = { ...given, enabled: known[at]?.enabled ?? given.enabled };
  const others = known.filter(({ rule_id: id }) => id !== given.rule_id);
  const neighbour = before ?? after;
  if (neighbour === undefined) {
    return withKind(rules, kind, others.toSpliced(Math.max(0, at), 0, rule));
  }
  const place = others.findIndex(({ rule_id: id }) => id === neighbour);
  if (place === -1) {
    throw refuse('push_rule_neighbour_unknown', 'You have no rule to put this one beside.');
  }
  return withKind(rules, kind, others.toSpliced(before === undefined ? place + 1 : place, 0, rule));
}

export function withoutRule(rules: OwnRules, { kind, ruleId }: RulePlace): OwnRules {
  const known = rules.own[kind] ?? [];
  const left = known.filter(({ rule_id: id }) => id !== ruleId);
  if (left.length === known.length) {
    throw refuse('push_rule_not_found', 'There is no such rule.');
  }
  return withKind(rules, kind, left);
}

/** Changes one of the person's own rules, or what is theirs of a default one. */
export function withChange(
  userId: UserId,
  rules: OwnRules,
  { kind, ruleId }: RulePlace,
  change: { readonly enabled: boolean } | { readonly actions: readonly PushAction[] },
): OwnRules {
  const rule = getRule(rulesetOf(userId, rules), { kind, ruleId });
  if (rule.default) {
    const changed = { ...rules.changed[ruleId], ...change };
    return { ...rules, changed: { ...rules.changed, [ruleId]: changed } };
  }
  const known = rules.own[kind] ?? [];
  return withKind(
    rules,
    kind,
    known.map((one) => (one.rule_id === ruleId ? changedRule(one, change) : one)),
  );
}

function changedRule(
  rule: PushRule,
  change: { readonly enabled?: boolean; readonly actions?: readonly PushAction[] },
): PushRule {
  const { enabled = rule.enabled, actions = rule.actions } = change;
  return { ...rule, enabled, actions: [...actions] };
}

/** Rules whose time is over take up room for nothing. */
export function withoutOver(rules: OwnRules, nowMs: number): OwnRules {
  return PUSH_RULE_KINDS.reduce((left, kind) => {
    const known = left.own[kind] ?? [];
    const lasting = known.filter((rule) => !isOver(rule, nowMs));
    return lasting.length === known.length ? left : withKind(left, kind, lasting);
  }, rules);
}

function withKind(rules: OwnRules, kind: PushRuleKind, ofKind: readonly PushRule[]): OwnRules {
  return { ...rules, own: { ...rules.own, [kind]: ofKind } };
}

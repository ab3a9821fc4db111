import {
  PUSH_RULE_KINDS,
  type PushAction,
  type PushRule,
  type PushRuleKind,
  type PushRuleset,
  type UserId,
} from '@sotto/protocol';
import { refuse } from '../errors.ts';
import { defaultRulesFor } from '../judging/default-rules.ts';

/** What a person has changed of their default rule. */
interface ChangedDefault {
  readonly enabled?: boolean;
  readonly actions?: readonly PushAction[];
}

/** How a person's rules differ from everybody's. */
export interface OwnRules {
  /** Theirs, in the order of priority. */
  readonly own: Readonly<Partial<Record<PushRuleKind, readonly PushRule[]>>>;
  /** By the ids of default rules. */
  readonly changed: Readonly<Record<string, ChangedDefault>>;
}

export const NO_OWN_RULES: OwnRules = { own: {}, changed: {} };

/** Stands before all others, or switching everything off would not. */
const MASTER = '.m.rule.master';

/**
 * All rules of a person, the default ones among them, in the order in which they are asked.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#predefined-rules
 */
export function rulesetOf(userId: UserId, rules: OwnRules): PushRuleset {
  const defaults = defaultRulesFor(userId);
  const kinds = PUSH_RULE_KINDS.map((kind) => {
    const known = defaults[kind].map((rule) => changedBy(rule, rules));
    const first = known.filter(({ rule_id: id }) => id === MASTER);
    const rest = known.filter(({ rule_id: id }) => id !== MASTER);
    return [kind, [...first, ...(rules.own[kind] ?? []), ...rest]];
  });
  // SAFETY: it has an entry for each kind.
  return Object.fromEntries(kinds) as PushRuleset;
}

/** Which rule. */
export interface RulePlace {
  readonly kind: PushRuleKind;
  readonly ruleId: string;
}

/** Throws a refusal if there is none. */
export function getRule(ruleset: PushRuleset, { kind, ruleId }: RulePlace): PushRule {
  const found = ruleset[kind].find(({ rule_id: id }) => id === ruleId);
  if (found) return found;
  throw refuse('push_rule_not_found', 'There is no such rule.');
}

function changedBy(rule: PushRule, { changed }: OwnRules): PushRule {
  const change = Object.hasOwn(changed, rule.rule_id) ? changed[rule.rule_id] : undefined;
  if (!change) return rule;
  const { enabled = rule.enabled, actions = rule.actions } = change;
  return { ...rule, enabled, actions: [...actions] };
}

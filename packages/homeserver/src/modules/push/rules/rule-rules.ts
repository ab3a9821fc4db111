import {
  fitsUtf8,
  isUserId,
  PUSH_RULE_KINDS,
  UNTIL_CONDITION,
  type PushAction,
  type PushCondition,
  type PushRule,
  type PushRuleKind,
} from '@sotto/protocol';
import { refuse } from '../errors.ts';
import type { OwnRules } from './own-rules.ts';

/** Of one kind. Whoever mutes every conversation they have stays far below. */
const RULES_OF_KIND_MAX = 1_000;
const CONDITIONS_MAX = 10;
const ACTIONS_MAX = 10;
const RULE_BYTES_MAX = 4_096;
const RULES_BYTES_MAX = 262_144;

/** Conditions that read through a text. They are asked for every message, so there are to be few. */
const SEARCHES_MAX = 100;

/** Keywords search what was written; so do patterns with wildcards and those over the text. */
function searchesOf(kind: PushRuleKind, { conditions = [] }: PushRule): number {
  if (kind === 'content') return 1;
  return conditions.filter(
    ({ kind: condition, key, pattern }) =>
      condition === 'contains_display_name' ||
      (condition === 'event_match' && (key === 'content.body' || /[*?]/.test(pattern ?? ''))),
  ).length;
}

export function checkKind(kind: string): PushRuleKind {
  const known = PUSH_RULE_KINDS.find((one) => one === kind);
  if (known) return known;
  throw refuse('push_rule_kind_unknown', 'There is no such kind of push rule.');
}

/** Throws a refusal unless a person's own rule may have this id. */
export function checkOwnRuleId(kind: PushRuleKind, ruleId: string): void {
  if (ruleId.startsWith('.')) {
    throw refuse('push_rule_is_default', 'This name is kept for the server’s own rules.');
  }
  if (/[/\\]/.test(ruleId)) {
    throw refuse('push_rule_id_invalid', 'A rule’s name has no slashes.');
  }
  if (kind === 'room' && !ruleId.startsWith('!')) {
    throw refuse('push_rule_id_invalid', 'A rule of a room is named by the room’s id.');
  }
  if (kind === 'sender' && !isUserId(ruleId)) {
    throw refuse('push_rule_id_invalid', 'A rule of a sender is named by the sender’s id.');
  }
}

export function checkActions(actions: readonly PushAction[]): void {
  if (actions.length > ACTIONS_MAX) {
    throw refuse('push_rule_invalid', `A rule has at most ${ACTIONS_MAX} actions.`);
  }
  if (!actions.every((action) => typeof action === 'string' || action.set_tweak !== undefined)) {
    throw refuse('push_rule_invalid', 'An action is a word, or sets a tweak.');
  }
}

/** What a client sent of a rule. */
export interface GivenRule {
  readonly actions: readonly PushAction[];
  readonly conditions?: readonly PushCondition[] | undefined;
  readonly pattern?: string | undefined;
}

/** The rule as it is kept: only with what its kind asks for. Throws a refusal if it is none. */
export function readRule(kind: PushRuleKind, ruleId: string, given: GivenRule): PushRule {
  const { conditions = [], pattern, actions } = given;
  checkActions(actions);
  if (kind === 'content' && (pattern === undefined || pattern === '')) {
    throw refuse('push_rule_invalid', 'A rule about what is written needs a pattern.');
  }
  if (conditions.length > CONDITIONS_MAX) {
    throw refuse('push_rule_invalid', `A rule has at most ${CONDITIONS_MAX} conditions.`);
  }
  const isConditional = kind === 'override' || kind === 'underride';
  const rule: PushRule = {
    rule_id: ruleId,
    default: false,
    enabled: true,
    actions: [...actions],
    ...(isConditional && { conditions: [...conditions] }),
    ...(kind === 'content' && pattern !== undefined && { pattern }),
  };
  if (!fitsUtf8(JSON.stringify(rule), RULE_BYTES_MAX)) {
    throw refuse('push_rule_too_large', 'This rule is too large to keep.');
  }
  return rule;
}

/** Throws a refusal if these are more than one person may have. */
export function checkSpace(rules: OwnRules): void {
  let searches = 0;
  for (const kind of PUSH_RULE_KINDS) {
    const ofKind = rules.own[kind] ?? [];
    if (ofKind.length > RULES_OF_KIND_MAX) {
      throw refuse('too_many_push_rules', `There are ${RULES_OF_KIND_MAX} rules of this kind.`);
    }
    for (const rule of ofKind) searches += searchesOf(kind, rule);
  }
  if (searches > SEARCHES_MAX) {
    throw refuse(
      'too_many_push_rules',
      `At most ${SEARCHES_MAX} rules may search what is written.`,
    );
  }
  if (!fitsUtf8(JSON.stringify(rules), RULES_BYTES_MAX)) {
    throw refuse('too_many_push_rules', 'There is no room for more rules.');
  }
}

/** A rule whose time is over can never match again. */
export function isOver({ conditions = [] }: PushRule, nowMs: number): boolean {
  return conditions.some(({ kind, until_ts: untilMs }) => {
    return kind === UNTIL_CONDITION && untilMs !== undefined && untilMs <= nowMs;
  });
}

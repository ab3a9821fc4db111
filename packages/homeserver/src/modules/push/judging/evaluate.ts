import type { PushRule, PushRuleset, UserId } from '@sotto/protocol';
import { bodyMatch, compileCondition, type Condition } from './condition.ts';
import { defaultRulesFor } from './default-rules.ts';
import type { PushContext, PushEvent } from './push-event.ts';

/** Whether an event counts as unread: not at all, quietly, or as a mention. */
export type PushNotify = 0 | 1 | 2;

/** Rules ready to be asked, highest priority first. */
export type CompiledRules = readonly CompiledRule[];

interface CompiledRule {
  readonly conditions: readonly Condition[];
  readonly notify: PushNotify;
}

/**
 * Prepares the rules of `owner`. A disabled rule never matches, so it is left out.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#push-rules
 */
export function compileRules(ruleset: PushRuleset, owner: UserId): CompiledRules {
  const conditional = (rule: PushRule) =>
    (rule.conditions ?? []).map((condition) => compileCondition(condition, owner));
  return [
    ...compileKind(ruleset.override, conditional),
    ...compileKind(ruleset.content, ({ pattern }) => [
      pattern === undefined ? () => false : bodyMatch(pattern),
    ]),
    ...compileKind(ruleset.room, ({ rule_id: roomId }) => [(event) => event.roomId === roomId]),
    ...compileKind(ruleset.sender, ({ rule_id: sender }) => [(event) => event.sender === sender]),
    ...compileKind(ruleset.underride, conditional),
  ];
}

function compileKind(
  rules: readonly PushRule[],
  conditionsOf: (rule: PushRule) => Condition[],
): CompiledRule[] {
  return rules
    .filter(({ enabled }) => enabled)
    .map((rule) => ({ conditions: conditionsOf(rule), notify: notifyOf(rule.actions) }));
}

/** Actions that are not understood, and the historical `dont_notify`, do nothing. */
function notifyOf(actions: PushRule['actions']): PushNotify {
  if (!actions.includes('notify')) return 0;
  const highlights = actions.some(
    (action) =>
      typeof action === 'object' &&
      action.set_tweak === 'highlight' &&
      (action.value === undefined || action.value === true),
  );
  return highlights ? 2 : 1;
}

/** The first rule that matches decides; without one, and for one's own events, nobody is notified. */
export function evaluatePush(
  rules: CompiledRules,
  event: PushEvent,
  context: PushContext,
): PushNotify {
  if (event.sender === context.userId) return 0;
  for (const { conditions, notify } of rules) {
    if (conditions.every((holds) => holds(event, context))) return notify;
  }
  return 0;
}

// SAFETY: only compared with itself. Whoever it stands for is known when an event is judged.
const ANYONE = '@:' as UserId;

/** The default rules of everyone. */
export const defaultCompiledRules: CompiledRules = compileRules(defaultRulesFor(ANYONE), ANYONE);

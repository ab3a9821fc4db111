import type { PushRule, PushRuleset, UserId } from '@sotto/protocol';
import { bodyMatch, compileCondition, type Condition } from './condition.ts';
import { defaultRulesFor } from './default-rules.ts';
import type { PushContext, PushEvent } from './push-event.ts';

/** Whether an event counts as unread: not at all, quietly, or as a mention. */
export type PushNotify = 0 | 1 | 2;

/** Rules ready to be asked. */
export interface CompiledRules {
  /** Those about no single room, highest priority first. */
  readonly general: readonly CompiledRule[];
  /** By the lower case of a room's id, in the same order. */
  readonly byRoom: ReadonlyMap<string, readonly CompiledRule[]>;
}

interface CompiledRule {
  /** Its place among all of a person's rules: the lower is asked first. */
  readonly rank: number;
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
  const general: CompiledRule[] = [];
  const byRoom = new Map<string, CompiledRule[]>();
  let rank = 0;
  const compile = (
    rules: readonly PushRule[],
    conditionsOf: (rule: PushRule) => Condition[],
    isOfRoom = false,
  ): void => {
    for (const rule of rules.filter(({ enabled }) => enabled)) {
      rank += 1;
      const compiled = { rank, conditions: conditionsOf(rule), notify: notifyOf(rule.actions) };
      const room = roomOf(rule, isOfRoom);
      const ofRoom = room === null ? general : (byRoom.get(room) ?? []);
      ofRoom.push(compiled);
      if (room !== null) byRoom.set(room, ofRoom);
    }
  };
  compile(ruleset.override, conditional);
  compile(ruleset.content, ({ pattern }) => [
    pattern === undefined ? () => false : bodyMatch(pattern),
  ]);
  compile(ruleset.room, ({ rule_id: roomId }) => [(event) => event.roomId === roomId], true);
  compile(ruleset.sender, ({ rule_id: sender }) => [(event) => event.sender === sender]);
  compile(ruleset.underride, conditional);
  return { general, byRoom };
}

/** The one room a rule is about, in lower case, if its kind or a condition names it without a wildcard. */
function roomOf(rule: PushRule, isOfRoom: boolean): string | null {
  if (isOfRoom) return rule.rule_id.toLowerCase();
  const named = rule.conditions?.find(
    ({ kind, key, pattern }) =>
      kind === 'event_match' && key === 'room_id' && pattern !== undefined && !/[*?]/.test(pattern),
  );
  return named?.pattern?.toLowerCase() ?? null;
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
  const { general, byRoom } = rules;
  // Whoever has muted hundreds of rooms has hundreds of rules, of which one or two are about this one.
  const ofRoom = byRoom.size === 0 ? undefined : byRoom.get(event.roomId.toLowerCase());
  const holds = ({ conditions }: CompiledRule) => conditions.every((one) => one(event, context));
  let next = 0;
  for (const rule of ofRoom ?? []) {
    for (; (general[next]?.rank ?? Infinity) < rule.rank; next += 1) {
      const above = general[next];
      if (above && holds(above)) return above.notify;
    }
    if (holds(rule)) return rule.notify;
  }
  for (; next < general.length; next += 1) {
    const rule = general[next];
    if (rule && holds(rule)) return rule.notify;
  }
  return 0;
}

// SAFETY: only compared with itself. Whoever it stands for is known when an event is judged.
const ANYONE = '@:' as UserId;

/** The default rules of everyone. */
export const defaultCompiledRules: CompiledRules = compileRules(defaultRulesFor(ANYONE), ANYONE);

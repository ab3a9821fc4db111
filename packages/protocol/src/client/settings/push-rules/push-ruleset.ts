import { Type, type Static } from 'typebox';

/** @see https://spec.matrix.org/v1.19/client-server-api/#actions */
export const pushActionSchema = Type.Union([
  Type.String(),
  Type.Object({ set_tweak: Type.Optional(Type.String()), value: Type.Optional(Type.Unknown()) }),
]);

/** @see https://spec.matrix.org/v1.19/client-server-api/#conditions-1 */
export const pushConditionSchema = Type.Object({
  kind: Type.String(),
  key: Type.Optional(Type.String()),
  pattern: Type.Optional(Type.String()),
  is: Type.Optional(Type.String()),
  value: Type.Optional(Type.Unknown()),
  /** Of `app.sotto.until`. See `docs/reference/quiet/mute.md`. */
  until_ts: Type.Optional(Type.Integer()),
});

export const pushRuleSchema = Type.Object({
  rule_id: Type.String(),
  default: Type.Boolean(),
  enabled: Type.Boolean(),
  actions: Type.Array(pushActionSchema),
  conditions: Type.Optional(Type.Array(pushConditionSchema)),
  pattern: Type.Optional(Type.String()),
});

/**
 * A person's push rules by kind, each kind in order of priority.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#push-rules
 */
export const pushRulesetSchema = Type.Object({
  override: Type.Array(pushRuleSchema),
  content: Type.Array(pushRuleSchema),
  room: Type.Array(pushRuleSchema),
  sender: Type.Array(pushRuleSchema),
  underride: Type.Array(pushRuleSchema),
});

/** The kinds of rules, in the order they are asked. */
export const PUSH_RULE_KINDS = ['override', 'content', 'room', 'sender', 'underride'] as const;
export type PushRuleKind = (typeof PUSH_RULE_KINDS)[number];

/** A condition that holds until a moment, `until_ts`, and never again. See `docs/reference/quiet/mute.md`. */
export const UNTIL_CONDITION = 'app.sotto.until';

export type PushRuleset = Static<typeof pushRulesetSchema>;
export type PushRule = Static<typeof pushRuleSchema>;
export type PushCondition = Static<typeof pushConditionSchema>;
export type PushAction = Static<typeof pushActionSchema>;

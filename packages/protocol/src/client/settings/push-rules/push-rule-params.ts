import { Type } from 'typebox';

/** Room and user ids are rule ids too, and have at most 255 characters. */
export const pushRuleIdSchema = Type.String({ minLength: 1, maxLength: 255 });

/** The path of one rule. What kinds there are is for the service to say: an unknown one has no rules. */
export const pushRuleParamsSchema = Type.Object({
  kind: Type.String({ maxLength: 64 }),
  ruleId: pushRuleIdSchema,
});

import { messagePolicySchema, type MessagePolicy } from '@sotto/protocol';
import { Compile } from 'typebox/compile';
import { refuse } from '../errors.ts';

const validator = Compile(messagePolicySchema);

/** Throws a refusal unless this is a policy. */
export function readPolicy(content: unknown): MessagePolicy {
  if (validator.Check(content)) return content;
  const [fault] = validator.Errors(content);
  const where = fault?.instancePath ?? '';
  throw refuse('policy_invalid', `The policy cannot be read${where && ` at ${where}`}.`);
}

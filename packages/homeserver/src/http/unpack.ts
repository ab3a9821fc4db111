import { refusalsOf } from '@sotto/kit';
import type { Contract } from '@sotto/protocol';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { HttpRefusal } from './replies.ts';

const refuse = refusalsOf<HttpRefusal>();

interface Checker {
  Check(value: unknown): boolean;
  Errors(value: unknown): readonly { readonly instancePath: string; readonly message: string }[];
}

/** A contract's schemas, compiled once. */
export interface Unpacker {
  params(value: unknown): unknown;
  query(value: unknown): unknown;
  body(value: unknown): unknown;
  /** What is wrong with a reply of ours, or null. Used while testing. */
  findReplyFault(value: unknown): string | null;
}

export function unpackerOf(contract: Contract): Unpacker {
  const params = checkerOf(contract.params);
  const query = checkerOf(contract.query);
  const body = checkerOf(contract.body);
  const reply = checkerOf(contract.replyKind === 'bytes' ? undefined : contract.reply);
  const toTyped = typedFieldsOf(contract.query);

  return {
    params: (value) => checked(params(), value, 'invalid_param'),
    query: (value) => checked(query(), toTyped(value), 'invalid_param'),
    body(value) {
      // Many clients send no body where every field is optional.
      const given = value === undefined || value === null ? {} : value;
      return checked(body(), given, 'bad_json');
    },
    findReplyFault(value) {
      const checker = reply();
      return !checker || checker.Check(value) ? null : describe(checker, value);
    },
  };
}

/** Compiles at the first use: a start need not wait for what nobody asks. */
function checkerOf(schema: TSchema | undefined): () => Checker | null {
  let checker: Checker | null = null;
  return () => {
    if (schema) checker ??= Compile(schema);
    return checker;
  };
}

function checked(checker: Checker | null, value: unknown, code: HttpRefusal): unknown {
  if (!checker || checker.Check(value)) return value;
  throw refuse(code, describe(checker, value));
}

/** Names the place and the rule, never the value: it may be private. */
function describe(checker: Checker, value: unknown): string {
  const [first] = checker.Errors(value);
  if (!first) return 'This is not in the expected form.';
  const place =
    first.instancePath === '' ? 'The request' : first.instancePath.slice(1).replaceAll('/', '.');
  return `${place} ${first.message}.`;
}

/** A query string knows only text: fields whose schema is a number or a boolean are turned into one. */
function typedFieldsOf(schema: TSchema | undefined) {
  const fields = propertiesOf(schema);
  const typed = Object.entries(fields).filter(([, field]) =>
    ['integer', 'number', 'boolean'].includes(field.type ?? ''),
  );
  return (query: unknown): Record<string, unknown> => {
    // SAFETY: the router makes an object of every query string.
    const result = { ...(query as Record<string, unknown>) };
    for (const [name, field] of typed) {
      const given = result[name];
      if (typeof given !== 'string') continue;
      result[name] = field.type === 'boolean' ? toBoolean(given) : toNumber(given);
    }
    return result;
  };
}

function toBoolean(text: string): unknown {
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}

function toNumber(text: string): unknown {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function propertiesOf(schema: TSchema | undefined): Record<string, { type?: string }> {
  // SAFETY: contracts describe their query as an object schema, or not at all.
  const { properties = {} } = (schema ?? {}) as { properties?: Record<string, { type?: string }> };
  return properties;
}

import { compareCodePoints } from './compare-code-points.ts';
import { refuseJson } from './json-refusal.ts';

/** How far objects and arrays may nest. Deeper than any request body, shallower than the stack. */
export const CANONICAL_DEPTH_MAX = 256;

// Everything else stands in canonical JSON as it is, between two quotes.
// oxlint-disable-next-line no-control-regex -- JSON escapes exactly these
const NEEDS_CARE = /["\\\u0000-\u001f\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Prints a value as Matrix canonical JSON: shortest form, keys sorted by code point, integers only.
 * Refuses what that form cannot hold. Negative zero is printed as `0`, as the published examples do.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#canonical-json
 */
export function canonicalJson(value: unknown): string {
  return print(value, 0);
}

/** Prints one string as canonical JSON. */
export function canonicalString(text: string): string {
  return NEEDS_CARE.test(text) ? escape(text) : `"${text}"`;
}

function print(value: unknown, depth: number): string {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return printInteger(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  if (typeof value !== 'object') {
    throw refuseJson('json_not_canonical', `JSON cannot hold a value of type ${typeof value}.`);
  }
  if (depth === CANONICAL_DEPTH_MAX) {
    throw refuseJson('json_too_deep', 'This JSON nests too deeply.');
  }
  return Array.isArray(value) ? printArray(value, depth) : printObject(value, depth);
}

function printInteger(value: number): string {
  if (!Number.isSafeInteger(value)) {
    const range = 'between -(2^53)+1 and (2^53)-1';
    throw refuseJson('json_not_canonical', `Numbers must be whole and ${range}.`);
  }
  return `${value}`;
}

function printArray(values: readonly unknown[], depth: number): string {
  let text = '[';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) text += ',';
    text += print(values[index], depth + 1);
  }
  return `${text}]`;
}

function printObject(object: object, depth: number): string {
  checkPlain(object);
  // SAFETY: only own enumerable string keys are read, and each value is checked when printed.
  const values = object as Readonly<Record<string, unknown>>;
  const keys = Object.keys(object);

  let isSorted = true;
  let needsCare = false;
  let previous = '';
  for (const key of keys) {
    if (key < previous) isSorted = false;
    if (NEEDS_CARE.test(key)) needsCare = true;
    previous = key;
  }
  // Without surrogates the engine's own order, by UTF-16 unit, is the order by code point.
  if (needsCare) keys.sort(compareCodePoints);
  else if (!isSorted) keys.sort();

  let text = '{';
  for (const key of keys) {
    if (text.length > 1) text += ',';
    text += needsCare ? canonicalString(key) : `"${key}"`;
    text += ':';
    text += print(values[key], depth + 1);
  }
  return `${text}}`;
}

/** A date, a map or an instance of a class would be printed as something it is not. */
function checkPlain(object: object): void {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype === Object.prototype || prototype === null) return;
  throw refuseJson('json_not_canonical', 'Only plain objects can be printed as JSON.');
}

function escape(text: string): string {
  if (LONE_SURROGATE.test(text)) {
    throw refuseJson('json_not_canonical', 'Text must not hold half of a surrogate pair.');
  }
  // The engine's escapes are the grammar's: short forms, and lower-case \u00xx for the other controls.
  return JSON.stringify(text);
}

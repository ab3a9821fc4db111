import { hasDigitRun } from './digit-run.ts';
import { refuseJson } from './json-refusal.ts';
import { isJsonObject, ownValue, type JsonObject, type JsonValue } from './json-value.ts';

export interface JsonLimits {
  /** How far objects and arrays may nest. */
  readonly depthMax: number;
}

export const JSON_LIMITS: JsonLimits = { depthMax: 100 };

// Together these are true whenever a number too large for a double might stand in the text (and
// sometimes when not). Neither takes more than a fixed number of looks at each character.
const MAYBE_HUGE_EXPONENT = /\d[eE]\+?\d{3}/;
const HUGE_DIGITS_MIN = 200;
// Text between quotes that spells one of these keys, with any of its letters escaped.
const MAYBE_TRAP_KEY = new RegExp(`"(?:${spellings('__proto__')}|${spellings('prototype')})"`, 'i');

/** A pattern for every way JSON can write this name: each letter as itself or as `\u00…`. */
function spellings(name: string): string {
  const letters = Array.from(name, (letter) => {
    return `(?:${letter}|\\\\u00${letter.charCodeAt(0).toString(16)})`;
  });
  return letters.join('');
}

/**
 * Reads untrusted JSON. Depth is bounded before parsing. A `__proto__` key, and a `prototype` key
 * inside `constructor`, are refused wherever they stand: copying them would reach a prototype. A
 * lone `constructor` or `prototype` is an ordinary own property. A number too large for a double is
 * refused rather than read as infinity. The last of two equal keys wins.
 */
export function parseJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonValue {
  if (countOpenings(text, limits.depthMax) > limits.depthMax) checkDepth(text, limits.depthMax);
  const value = parse(text);
  if (mayHoldTraps(text)) checkNoTraps(value);
  return value;
}

function parse(text: string): JsonValue {
  try {
    // SAFETY: this is exactly what JSON.parse returns without a reviver.
    return JSON.parse(text) as JsonValue;
  } catch (cause) {
    // NOTE: the engine's message quotes the text, which may be private, so it goes no further.
    if (cause instanceof SyntaxError) throw refuseJson('not_json', 'This is not valid JSON.');
    throw cause;
  }
}

/** Counts brackets anywhere, even in strings: never less than the depth. Stops past `enough`. */
function countOpenings(text: string, enough: number): number {
  let count = 0;
  for (const bracket of ['{', '[']) {
    let at = text.indexOf(bracket);
    while (at !== -1 && count <= enough) {
      count += 1;
      at = text.indexOf(bracket, at + 1);
    }
  }
  return count;
}

function checkDepth(text: string, depthMax: number): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === 0x5c) index += 1;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) {
      inString = true;
    } else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > depthMax) throw refuseJson('json_too_deep', 'This JSON nests too deeply.');
    } else if (unit === 0x7d || unit === 0x5d) {
      depth -= 1;
    }
  }
}

/** Nearly every text holds none, and need not be walked through after it is parsed. */
function mayHoldTraps(text: string): boolean {
  return (
    MAYBE_TRAP_KEY.test(text) ||
    MAYBE_HUGE_EXPONENT.test(text) ||
    hasDigitRun(text, HUGE_DIGITS_MIN)
  );
}

/** Recursion is safe, for the depth was bounded before, and cheaper than a list of what is left. */
function checkNoTraps(value: JsonValue): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw refuseJson('json_not_canonical', 'A number in this JSON is too large.');
  }
  if (typeof value !== 'object' || value === null) return;
  if (!isJsonObject(value)) {
    for (const child of value) checkNoTraps(child);
    return;
  }
  checkKeys(value);
  // Unlike `Object.values` this makes no list for each of perhaps a million objects.
  for (const key in value) {
    const child = ownValue(value, key);
    if (child !== undefined) checkNoTraps(child);
  }
}

function checkKeys(object: JsonObject): void {
  const made = ownValue(object, 'constructor');
  if (
    Object.hasOwn(object, '__proto__') ||
    (made !== undefined && isJsonObject(made) && Object.hasOwn(made, 'prototype'))
  ) {
    throw refuseJson('json_forbidden_key', 'This JSON holds a key that is not allowed.');
  }
}

import { refuseJson } from './json-refusal.ts';
import { isJsonObject, type JsonValue } from './json-value.ts';

export interface JsonLimits {
  /** How far objects and arrays may nest. */
  readonly depthMax: number;
}

export const JSON_LIMITS: JsonLimits = { depthMax: 100 };

// Matches whenever a number too large for a double might stand in the text (and sometimes when not).
const MAYBE_HUGE_NUMBER = /\d[eE]\+?\d{3}|\d{200}/;

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

/** A key may be spelled with escapes, and these letters all lie between U+0050 and U+007F. */
function mayHoldTraps(text: string): boolean {
  return (
    text.includes('__proto__') ||
    text.includes('"prototype"') ||
    /\\u00[5-7]/.test(text) ||
    MAYBE_HUGE_NUMBER.test(text)
  );
}

function checkNoTraps(root: JsonValue): void {
  // A list instead of recursion: its length is bounded by the text, the stack is not touched.
  const pending: JsonValue[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw refuseJson('json_not_canonical', 'A number in this JSON is too large.');
    }
    if (typeof value !== 'object' || value === null) continue;
    if (isJsonObject(value)) checkKeys(value);
    for (const child of Object.values(value)) pending.push(child);
  }
}

function checkKeys(object: Readonly<Record<string, JsonValue>>): void {
  const made = Object.hasOwn(object, 'constructor') ? object['constructor'] : undefined;
  if (
    Object.hasOwn(object, '__proto__') ||
    (isJsonObject(made) && Object.hasOwn(made, 'prototype'))
  ) {
    throw refuseJson('json_forbidden_key', 'This JSON holds a key that is not allowed.');
  }
}

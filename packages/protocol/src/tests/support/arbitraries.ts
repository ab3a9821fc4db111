import * as fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';

/** Text with astral and private-use characters, so that both key orders are met, and no lone half. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('a', '"', '\n', '\u00e9', '\uffee', '\u{1f600}'),
    maxLength: 5,
  }),
);

/** Values that canonical JSON can hold. */
export const jsonValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
})).value;

export const jsonObject: fc.Arbitrary<JsonObject> = fc.dictionary(text, jsonValue, { maxKeys: 6 });

/** The same value with the keys of every object in reverse order. */
export function withKeysReversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, withKeysReversed(child)]);
  return Object.fromEntries(entries.reverse());
}

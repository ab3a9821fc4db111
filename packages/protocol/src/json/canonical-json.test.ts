import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonValue, withKeysReversed } from '../tests/support/arbitraries.ts';
import { CANONICAL_DEPTH_MAX, canonicalJson } from './canonical-json.ts';

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

function nest(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** @see https://spec.matrix.org/v1.19/appendices/#examples */
describe('the published examples', () => {
  test.each([
    ['{}', '{}'],
    ['{"one": 1, "two": "Two"}', '{"one":1,"two":"Two"}'],
    ['{"b": "2", "a": "1"}', '{"a":"1","b":"2"}'],
    ['{"b":"2","a":"1"}', '{"a":"1","b":"2"}'],
    [
      `{"auth": {"success": true, "mxid": "@john.doe:example.com", "profile": {
        "display_name": "John Doe", "three_pids": [
          {"medium": "email", "address": "john.doe@example.org"},
          {"medium": "msisdn", "address": "123456789"}]}}}`,
      '{"auth":{"mxid":"@john.doe:example.com","profile":{"display_name":"John Doe",' +
        '"three_pids":[{"address":"john.doe@example.org","medium":"email"},' +
        '{"address":"123456789","medium":"msisdn"}]},"success":true}}',
    ],
    ['{"a": "日本語"}', '{"a":"日本語"}'],
    ['{"本": 2, "日": 1}', '{"日":1,"本":2}'],
    ['{"a": "\\u65E5"}', '{"a":"日"}'],
    ['{"a": null}', '{"a":null}'],
    ['{"a": -0, "b": 1e10}', '{"a":0,"b":10000000000}'],
  ])('%s', (given, printed) => {
    expect(canonicalJson(JSON.parse(given))).toBe(printed);
  });
});

describe('keys', () => {
  test('are sorted by code point, where UTF-16 order would put an emoji before U+FFEE', () => {
    const object = { '\u{1f600}': 1, '\uffee': 2, a: 3, '\ud7ff': 4, '\ue000': 5 };

    expect(Object.keys(object).sort().indexOf('\u{1f600}')).toBe(2);
    expect(canonicalJson(object)).toBe('{"a":3,"\ud7ff":4,"\ue000":5,"\uffee":2,"\u{1f600}":1}');
  });

  test('differ by a later astral character too, and a prefix comes first', () => {
    const object = { 'x\u{10ffff}': 1, 'x\uffff': 2, x: 3, 'x\u{10000}': 4 };

    expect(canonicalJson(object)).toBe('{"x":3,"x\uffff":2,"x\u{10000}":4,"x\u{10ffff}":1}');
  });

  test('that look like numbers are sorted as text', () => {
    expect(canonicalJson({ 2: 'b', 10: 'a' })).toBe('{"10":"a","2":"b"}');
  });

  test('are escaped like any text', () => {
    expect(canonicalJson({ 'a"\n': 1 })).toBe('{"a\\"\\n":1}');
  });

  test('named like parts of a prototype are ordinary', () => {
    const object: unknown = JSON.parse('{"toString":2,"__proto__":{"x":1},"constructor":3}');

    expect(canonicalJson(object)).toBe('{"__proto__":{"x":1},"constructor":3,"toString":2}');
  });
});

describe('numbers', () => {
  test.each([
    [2 ** 53 - 1, '9007199254740991'],
    [-(2 ** 53) + 1, '-9007199254740991'],
    [1e15, '1000000000000000'],
    [-0, '0'],
  ])('%d is printed without exponent or sign of zero', (value, printed) => {
    expect(canonicalJson(value)).toBe(printed);
  });

  test.each([2 ** 53, -(2 ** 53), 1e21, 0.5, -1.5, Number.NaN, Infinity, -Infinity])(
    '%d is refused',
    (value) => {
      expect(() => canonicalJson({ value })).toThrow(refusal('json_not_canonical'));
    },
  );
});

describe('text', () => {
  test('has the short escapes, lower-case hexadecimal for other controls, and no others', () => {
    expect(canonicalJson('\b\t\n\f\r"\\/\u0000\u001f\u007f\u2028é😀')).toBe(
      '"\\b\\t\\n\\f\\r\\"\\\\/\\u0000\\u001f\u007f\u2028é😀"',
    );
  });

  test.each(['\ud800', 'a\udc00b', '\udc00\ud800', '"\ud83d"'])(
    'with half a surrogate pair is refused: %j',
    (text) => {
      expect(() => canonicalJson([text])).toThrow(refusal('json_not_canonical'));
      expect(() => canonicalJson({ [text]: 1 })).toThrow(refusal('json_not_canonical'));
    },
  );
});

describe('what is not JSON', () => {
  test.each([
    ['undefined', undefined],
    ['a property that is undefined', { a: undefined }],
    ['a hole in an array', Array.from({ length: 2 })],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a bigint', 1n],
    ['a date', new (class extends Date {})(0)],
    ['a map', new Map([['a', 1]])],
    ['bytes', new Uint8Array([1])],
    [
      'an instance of a class',
      new (class Box {
        a = 1;
      })(),
    ],
  ])('%s is refused', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(refusal('json_not_canonical'));
  });

  test('an object without a prototype is fine', () => {
    expect(canonicalJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
  });
});

describe('depth', () => {
  test('is fine at the limit and refused one past it', () => {
    expect(canonicalJson(nest(CANONICAL_DEPTH_MAX))).toHaveLength(2 + 128 * 2 + 128 * 6 - 1);
    expect(() => canonicalJson(nest(CANONICAL_DEPTH_MAX + 1))).toThrow(refusal('json_too_deep'));
  });

  test('of ten thousand is refused like any other', () => {
    expect(() => canonicalJson(nest(10_000))).toThrow(refusal('json_too_deep'));
  });
});

describe('always', () => {
  test('the order in which keys were added does not matter', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('what is printed reads back as the same value, and prints the same again', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const printed = canonicalJson(value);

        const read: unknown = JSON.parse(printed);

        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(read)).toBe(printed);
      }),
    );
  });

  test('keys come in the order of their UTF-8 bytes, which is the order by code point', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 8 }), (keys) => {
        const printed = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));

        const inByteOrder = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const body = inByteOrder.map((key) => `${JSON.stringify(key)}:0`).join(',');
        expect(printed).toBe(`{${body}}`);
      }),
    );
  });
});

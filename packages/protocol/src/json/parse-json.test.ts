import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonValue } from '../tests/support/arbitraries.ts';
import { parseJson } from './parse-json.ts';

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

describe('reading', () => {
  test.each(['{"a":[1,2.5,"x",null,true]}', ' 3 ', '"text"', '[]'])('%s is read', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  test('the last of two equal keys wins', () => {
    expect(parseJson('{"a":1,"a":2}')).toEqual({ a: 2 });
  });

  test.each([
    '',
    '{',
    '{"a":}',
    'undefined',
    'NaN',
    'Infinity',
    "{'a':1}",
    '[1,]',
    '\ufeff{}',
    '1 2',
  ])('%j is not JSON', (text) => {
    expect(() => parseJson(text)).toThrow(refusal('not_json'));
  });

  test('the refusal does not repeat the text', () => {
    expect(() => parseJson('{"secret')).toThrow(/^This is not valid JSON\.$/);
  });

  test('whatever can be printed is read back', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const text = JSON.stringify(value);

        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('depth', () => {
  test('is fine at the limit and refused one past it', () => {
    expect(parseJson(nested(3), { depthMax: 3 })).toEqual([[[1]]]);
    expect(() => parseJson(nested(4), { depthMax: 3 })).toThrow(refusal('json_too_deep'));
  });

  test('is a hundred unless told otherwise', () => {
    expect(() => parseJson(nested(100))).not.toThrow();
    expect(() => parseJson(nested(101))).toThrow(refusal('json_too_deep'));
  });

  test('counts objects and arrays alike', () => {
    expect(() => parseJson('{"a":[{"b":1}]}', { depthMax: 3 })).not.toThrow();
    expect(() => parseJson('{"a":[{"b":1}]}', { depthMax: 2 })).toThrow(refusal('json_too_deep'));
  });

  test('does not count brackets side by side or inside text', () => {
    const wide = `[${Array.from({ length: 50 }, () => '{"a":[]}').join(',')}]`;

    expect(parseJson(wide, { depthMax: 3 })).toHaveLength(50);
    expect(parseJson('["[[[[{{{{\\"[[[["]', { depthMax: 1 })).toEqual(['[[[[{{{{"[[[[']);
    expect(parseJson('["\\\\",[]]', { depthMax: 2 })).toEqual(['\\', []]);
    expect(() => parseJson('["\\\\",[[]]]', { depthMax: 2 })).toThrow(refusal('json_too_deep'));
  });

  test.each([
    ['arrays', '['.repeat(1_000_000)],
    ['objects', '{"a":'.repeat(1_000_000)],
    ['brackets opened in the wrong place', `"x"${'['.repeat(1_000_000)}`],
  ])('of a million %s neither parses nor overflows the stack', (_, text) => {
    expect(() => parseJson(text)).toThrow(refusal('json_too_deep'));
  });
});

describe('keys that could reach a prototype', () => {
  test.each([
    '{"__proto__":{"admin":true}}',
    '[{"a":{"__proto__":1}}]',
    '{"\\u005f_proto__":{}}',
    '{"__pr\\u006fto__":{}}',
    '{"\\u005F\\u005F\\u0070\\u0072\\u006F\\u0074\\u006F\\u005F\\u005F":{}}',
    '{"constructor":{"prototype":{"admin":true}}}',
    '{"constructor":{"proto\\u0074ype":{}}}',
    '{"c\\u006fnstructor":{"prototype":{}}}',
  ])('are refused: %s', (text) => {
    expect(() => parseJson(text)).toThrow(refusal('json_forbidden_key'));
  });

  test.each([
    '{"constructor":"Ferrari"}',
    '{"prototype":1,"constructor":{"name":"x"}}',
    '{"body":"__proto__ \\u005f"}',
    '{"constructor":["prototype"]}',
    '{"toString":1,"hasOwnProperty":2}',
  ])('are ordinary where they cannot: %s', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  const letters = fc.array(fc.boolean(), { minLength: 11, maxLength: 11 });
  test.each([
    ['__proto__', (key: string) => `{"${key}" :{}}`],
    ['prototype', (key: string) => `{"constructor":{"${key}"\n:{}}}`],
    ['constructor', (key: string) => `{"${key}":{"prototype":{}}}`],
  ])('are refused whichever letters of %s are escaped', (name, around) => {
    const spelled = letters.map((escaped) =>
      Array.from(name, (letter, index) => {
        const code = letter.charCodeAt(0).toString(16);
        return escaped[index] === true ? `\\u00${index % 2 ? code : code.toUpperCase()}` : letter;
      }).join(''),
    );
    fc.assert(
      fc.property(spelled, (key) => {
        expect(() => parseJson(around(key))).toThrow(refusal('json_forbidden_key'));
      }),
    );
  });

  test('leave every other object as it was', () => {
    expect(() => parseJson('{"__proto__":{"admin":true}}')).toThrow(refusal('json_forbidden_key'));

    expect('admin' in {}).toBe(false);
  });
});

describe('numbers too large for a double', () => {
  test.each([
    '1e400',
    '[-1E+309]',
    '{"a":{"b":1e0000400}}',
    `1${'0'.repeat(309)}`,
    `${'9'.repeat(250)}e99`,
    `[${'1'.repeat(199)},${'9'.repeat(309)}]`,
  ])('%s is refused rather than read as infinity', (text) => {
    expect(() => parseJson(text)).toThrow(refusal('json_not_canonical'));
  });

  test.each(['1e308', '1e-400', '"1e400"', `"${'9'.repeat(400)}"`])('%s is fine', (text) => {
    expect(parseJson(text)).toBe(JSON.parse(text));
  });
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsUtf8, utf8Length } from './utf8-length.ts';

test.each(['', 'a', 'é', '日', '😀', 'a😀é', '\ud800', '\ud800a', '\udc00', '\ud800\ud800\udc00'])(
  'the length of %j is what an encoder writes',
  (text) => {
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
  },
);

test('any text has the length that an encoder writes', () => {
  const anyUnits = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(anyUnits, (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});

test('a text fits at the limit and not one byte past it', () => {
  expect(fitsUtf8('日'.repeat(85), 255)).toBe(true);
  expect(fitsUtf8('日'.repeat(85), 254)).toBe(false);
  expect(fitsUtf8('a'.repeat(255), 255)).toBe(true);
  expect(fitsUtf8('a'.repeat(256), 255)).toBe(false);
  expect(fitsUtf8(`${'a'.repeat(253)}é`, 255)).toBe(true);
  expect(fitsUtf8(`${'a'.repeat(254)}é`, 255)).toBe(false);
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasDigitRun } from './digit-run.ts';

/** A text that counts how often a character of it is looked at. */
function watched(text: string) {
  let reads = 0;
  return {
    length: text.length,
    charCodeAt(index: number) {
      reads += 1;
      return text.charCodeAt(index);
    },
    readsPerCharacter: () => reads / text.length,
  };
}

describe('a run of digits', () => {
  test.each([
    ['of exactly that length', 'x'.repeat(7) + '1'.repeat(200)],
    ['at the very start', `${'9'.repeat(200)},`],
    ['of more than that', `[${'0'.repeat(1000)}]`],
    ['after one that is too short', `${'1'.repeat(199)},${'1'.repeat(200)}`],
  ])('%s is found', (_case, text) => {
    expect(hasDigitRun(text, 200)).toBe(true);
  });

  test.each([
    ['one digit shorter', '1'.repeat(199)],
    ['interrupted in the middle', `${'1'.repeat(199)}.${'1'.repeat(199)}`],
    ['of the characters beside the digits', '/:'.repeat(400)],
    ['in no text', ''],
  ])('%s is not', (_case, text) => {
    expect(hasDigitRun(text, 200)).toBe(false);
  });

  test('is found exactly where a regular expression finds it', () => {
    const pieces = fc.array(fc.constantFrom('1', '22', '333', ',', '"x"', '4444'));
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(hasDigitRun(parts.join(''), 5)).toBe(/\d{5}/.test(parts.join('')));
      }),
    );
  });
});

test.each([
  ['runs one digit too short', `${'1'.repeat(199)},`],
  ['runs of half the length', `${'1'.repeat(100)},`],
  ['single digits', '1,'],
  ['a comma and then digits', `,,${'1'.repeat(198)}`],
  ['no digits', 'abc'],
])('looks at no character of %s more than twice', (_case, piece) => {
  const text = watched(piece.repeat(500));

  expect(hasDigitRun(text, 200)).toBe(false);

  expect(text.readsPerCharacter()).toBeLessThanOrEqual(2);
});

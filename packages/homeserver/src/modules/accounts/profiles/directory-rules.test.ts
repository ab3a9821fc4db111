import type { UserId } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import {
  directoryTermsOf,
  RANK_WHOLE,
  RANKS,
  searchTermOf,
  TERM_LENGTH_MAX,
} from './directory-rules.ts';

const MIRA = '@mira:sotto.test' as UserId;
const named = (displayName: string) => ({ displayName, mode: 'listed' as const });

describe('what a person is found by', () => {
  test('each ending of the name in the id and of the display name, ranked by where it begins', () => {
    expect(directoryTermsOf('@ab:sotto.test' as UserId, named('Xy Za'))).toEqual([
      { term: 'ab', rank: RANKS.localpartStart },
      { term: 'b', rank: RANKS.inside },
      { term: 'xy za', rank: RANKS.nameStart },
      { term: 'y za', rank: RANKS.inside },
      { term: 'za', rank: RANKS.wordStart },
      { term: 'a', rank: RANKS.inside },
    ]);
  });

  test('their whole username only, or nothing, if that is what they want', () => {
    expect(directoryTermsOf(MIRA, { displayName: 'Amira', mode: 'exact' })).toEqual([
      { term: 'mira', rank: RANK_WHOLE },
    ]);
    expect(directoryTermsOf(MIRA, { displayName: 'Amira', mode: 'hidden' })).toEqual([]);
  });

  test('a term that two names share has the better rank', () => {
    expect(directoryTermsOf(MIRA, named('Amira'))).toContainEqual({
      term: 'mira',
      rank: RANKS.localpartStart,
    });
  });

  test('a long name makes a bounded number of bounded terms', () => {
    const terms = directoryTermsOf(MIRA, named(Array.from({ length: 256 }, (_, n) => n).join(' ')));

    expect(terms.length).toBeLessThanOrEqual(4 + 96);
    expect(Math.max(...terms.map(({ term }) => term.length))).toBe(TERM_LENGTH_MAX);
  });
});

describe('a search for', () => {
  test.each([
    ['Mira', 'mira'],
    ['  mira ', 'mira'],
    ['ＭＩＲＡ', 'mira'],
    ['ÉLODIE', 'élodie'],
    ['E\u0301lodie', 'élodie'],
    ['100%', '100%'],
    ['@mira', 'mira'],
    ['@mira:', 'mira'],
    ['@mira:sot', 'mira'],
    ['@mira:sotto.test', 'mira'],
    ['@mira:other.test', null],
    ['@', null],
    ['', null],
    ['   ', null],
    ['mi\u0000ra', null],
    ['a:b', 'a:b'],
    ['x'.repeat(60), 'x'.repeat(TERM_LENGTH_MAX)],
  ])('%s looks for %s', (text, term) => {
    expect(searchTermOf(text, 'sotto.test')).toBe(term);
  });
});

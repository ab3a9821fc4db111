import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { compileGlob, compileLiteral, matchesWhole, matchesWords } from './glob.ts';

test.each([
  { pattern: 'lunc?*', text: 'lunch plans', answer: true },
  { pattern: 'lunc?*', text: 'lunch', answer: true },
  { pattern: 'lunc?*', text: ' lunch', answer: false },
  { pattern: 'lunc?*', text: 'lunc', answer: false },
  { pattern: '', text: '', answer: true },
  { pattern: '', text: 'a', answer: false },
  { pattern: '*', text: '', answer: true },
  { pattern: '**', text: 'anything', answer: true },
  { pattern: 'a*a', text: 'a', answer: false },
  { pattern: 'a*a', text: 'aa', answer: true },
  { pattern: 'ab*ab', text: 'abab', answer: true },
  { pattern: 'ab*ab', text: 'ab', answer: false },
  { pattern: '*.example', text: 'a.example', answer: true },
  { pattern: '*.example', text: 'a.example.org', answer: false },
  { pattern: 'a*b*c', text: 'a-b-b-c', answer: true },
  { pattern: 'a*b*c', text: 'a-c-b', answer: false },
  { pattern: '?', text: '😀', answer: true },
  { pattern: '??', text: '😀', answer: false },
  { pattern: '?*?', text: '😀', answer: false },
  { pattern: '.+(', text: '.+(', answer: true },
  { pattern: '.+(', text: 'aa(', answer: false },
])('the whole of "$text" is "$pattern": $answer', ({ pattern, text, answer }) => {
  expect(matchesWhole(compileGlob(pattern), text)).toBe(answer);
});

test.each([
  { pattern: 'ex*ple', text: 'an example event.', answer: true },
  { pattern: 'ex*ple', text: 'exple', answer: true },
  { pattern: 'ex*ple', text: 'an exciting triple-whammy', answer: true },
  { pattern: 'ex*ple', text: 'an example1', answer: false },
  { pattern: 'cake', text: 'cupcakes', answer: false },
  { pattern: 'cake', text: 'cupcake cake', answer: true },
  { pattern: 'cake', text: 'cake_', answer: false },
  { pattern: 'cake', text: 'écakeé', answer: true },
  { pattern: 'c?ke', text: 'cokes or cake!', answer: true },
  { pattern: 'cake*', text: 'cupcake', answer: false },
  { pattern: 'cake*', text: 'my cakes', answer: true },
  { pattern: '*cake', text: 'cupcake', answer: true },
  { pattern: '*cake', text: 'cakes', answer: false },
])('words of "$text" are "$pattern": $answer', ({ pattern, text, answer }) => {
  expect(matchesWords(compileGlob(pattern), text)).toBe(answer);
});

test('nothing is special in a literal', () => {
  expect(matchesWords(compileLiteral('*'), 'five * six')).toBe(true);
  expect(matchesWords(compileLiteral('*'), 'five')).toBe(false);
});

test('a pattern of 256 units matches, a longer one matches nothing', () => {
  expect(matchesWhole(compileGlob('a'.repeat(256)), 'a'.repeat(256))).toBe(true);
  expect(matchesWhole(compileGlob('a'.repeat(257)), 'a'.repeat(257))).toBe(false);
});

test('agrees with a pattern matcher that tries everything', () => {
  const letters = string({ unit: constantFrom('a', 'b', '_', '-', '😀'), maxLength: 9 });
  const patterns = string({
    unit: constantFrom('a', 'b', '-', '*', '?', '😀'),
    maxLength: 6,
  });
  assert(
    property(patterns, letters, (pattern, text) => {
      const glob = compileGlob(pattern);
      expect(matchesWhole(glob, text)).toBe(regexOf(pattern, '^', '$').test(text));
      const wordly = regexOf(pattern, '(?<![A-Za-z0-9_])', '(?![A-Za-z0-9_])').test(text);
      expect(matchesWords(glob, text)).toBe(wordly);
    }),
    { numRuns: 3_000, seed: 7 },
  );
});

test('a pattern that would blow up a regular expression takes one pass per segment', () => {
  const glob = compileGlob(`${'a*'.repeat(120)}b`);
  let steps = 0;
  const text = Object.assign(new String('a'.repeat(60_000)), {
    indexOf(wanted: string, from: number) {
      steps += 1;
      return String.prototype.indexOf.call(this, wanted, from);
    },
  });

  // SAFETY: a counting string behaves as a string in everything this test reaches.
  expect(matchesWhole(glob, text as unknown as string)).toBe(false);
  expect(steps).toBeLessThan(130);
});

function regexOf(pattern: string, before: string, after: string): RegExp {
  const source = Array.from(pattern, (character) => {
    if (character === '*') return '[^]*';
    return character === '?' ? '[^]' : character;
  });
  return new RegExp(`${before}${source.join('')}${after}`, 'u');
}

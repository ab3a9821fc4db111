import { describe, expect, test } from 'vitest';
import { suggestUsername, tidyUsername, usernameProblem } from './username.ts';

test.each([
  ['@Mira', 'mira'],
  ['  jonas ', 'jonas'],
  ['@@noor', 'noor'],
  ['a@b', 'a@b'],
])('%j is taken as %j', (typed, name) => {
  expect(tidyUsername(typed)).toBe(name);
});

describe('usernameProblem', () => {
  test.each(['mira', 'mira.lund', 'm_1-2', ''])('%j may be right', (name) => {
    expect(usernameProblem(name)).toBeNull();
  });

  test.each(['mira lund', 'mirä', 'мира', 'a@b', 'a:b', 'mira🎈', 'mi\u202Era'])(
    '%j cannot be',
    (name) => {
      expect(usernameProblem(name)).not.toBeNull();
    },
  );
});

test.each([
  ['Mira Lund', 'mira.lund'],
  ['  Noël  ', 'noel'],
  ['李小龙', ''],
  ['—', ''],
  ["Anne-Marie O'Neil", 'anne.marie.o.neil'],
])('%j suggests %j', (displayName, name) => {
  expect(suggestUsername(displayName)).toBe(name);
});

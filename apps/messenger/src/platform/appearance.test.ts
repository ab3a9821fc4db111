import { describe, expect, test } from 'vitest';
import { parseAppearance, resolveTheme } from './appearance.ts';

const usual = { theme: 'system', messageSizePx: 15, listWidthPx: 340 };

describe('parseAppearance', () => {
  test.each([
    { says: 'nothing kept is the usual', kept: null, gives: usual },
    { says: 'text that is not JSON is the usual', kept: '{dark', gives: usual },
    { says: 'JSON that is not an object is the usual', kept: '"dark"', gives: usual },
    { says: 'an unknown theme follows the system', kept: '{"theme":"sepia"}', gives: usual },
    {
      says: 'a whole choice is kept',
      kept: '{"theme":"dark","messageSizePx":18,"listWidthPx":360}',
      gives: { theme: 'dark', messageSizePx: 18, listWidthPx: 360 },
    },
    {
      says: 'sizes outside the range stop at its ends',
      kept: '{"messageSizePx":200,"listWidthPx":1}',
      gives: { theme: 'system', messageSizePx: 20, listWidthPx: 320 },
    },
    {
      says: 'a size that is no number is the usual',
      kept: '{"messageSizePx":"big","listWidthPx":null}',
      gives: usual,
    },
  ])('$says', ({ kept, gives }) => {
    expect(parseAppearance(kept)).toEqual(gives);
  });
});

describe('resolveTheme', () => {
  test.each([
    { theme: 'system', systemIsDark: true, gives: 'dark' },
    { theme: 'system', systemIsDark: false, gives: 'light' },
    { theme: 'light', systemIsDark: true, gives: 'light' },
    { theme: 'dark', systemIsDark: false, gives: 'dark' },
  ] as const)('$theme with a system that is dark: $systemIsDark → $gives', (given) => {
    expect(resolveTheme(given.theme, given.systemIsDark)).toBe(given.gives);
  });
});

/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The first definition of each colour token; overrides for more contrast come later in the file. */
const tokens = new Map<string, Record<Theme, string>>();
for (const [, name, light, dark] of css.matchAll(
  /--sotto-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/gu,
)) {
  if (name === undefined || light === undefined || dark === undefined || tokens.has(name)) continue;
  tokens.set(name, { light, dark });
}

function colour(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`tokens.css has no colour named ${name}`);
  return token[theme];
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const paper = ['background', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const people = Array.from({ length: 12 }, (_, step) => `person-${step + 1}`);

const textPairs: (readonly [ink: string, ground: string])[] = [
  ...paper.flatMap((ground) => [
    ['text', ground] as const,
    ['quiet', ground] as const,
    ['accent', ground] as const,
    ['danger', ground] as const,
  ]),
  ...['background', 'surface', 'raised'].map((ground) => ['caution', ground] as const),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['accent', 'accent-soft'],
  ['danger', 'danger-soft'],
  ['text', 'danger-soft'],
  ['text', 'caution-soft'],
  ['caution', 'caution-soft'],
  ['on-bubble-mine', 'bubble-mine'],
  ['quiet-on-bubble-mine', 'bubble-mine'],
  ['text', 'bubble-theirs'],
  ['quiet', 'bubble-theirs'],
  ...people.flatMap((person) => [
    [person, `${person}-soft`] as const,
    [person, 'bubble-theirs'] as const,
    [person, 'background'] as const,
  ]),
];

describe.each(themes)('on %s paper', (theme) => {
  test.each(textPairs)('text in %s on %s has at least 4.5:1', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['edge', 'surface'],
    ['edge', 'background'],
    ['edge', 'raised'],
    ['edge', 'sunken'],
    ['accent', 'sunken'],
    ['online', 'surface'],
  ])('the outline of a control in %s on %s has at least 3:1', (line, ground) => {
    expect(contrast(colour(line, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test('nothing shows through the shade behind photos, and words on it have 4.5:1', () => {
  const [, shade = ''] = /--sotto-shade: (#[0-9a-f]{6});/u.exec(css) ?? [];
  const [, ink = ''] = /--sotto-on-shade: (#[0-9a-f]{6});/u.exec(css) ?? [];

  expect(contrast(ink, shade)).toBeGreaterThanOrEqual(4.5);
});

test('the ramp has twelve people, all different', () => {
  const inks = people.map((person) => colour(person, 'light'));

  expect(new Set(inks).size).toBe(12);
});

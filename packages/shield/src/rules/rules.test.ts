import { expect, test } from 'vitest';
import unhomoglyph from 'unhomoglyph';
import data from './rules.json' with { type: 'json' };
import { messageRules, phrases, tr39, warnings } from './rules.ts';

const kinds = [
  'same_name',
  'same_photo',
  'similar_photo',
  'text_target',
  'look_alike',
  'mixed_script',
  'code',
  'gift_card',
  'crypto',
  'money',
  'ip_link',
  'punycode',
  'shortener',
  'other_app',
];

test('every kind has its sentence, without a full stop or an exclamation mark', () => {
  expect(warnings.map(({ kind }) => kind)).toEqual(kinds);
  for (const { reason } of warnings) expect(reason).toMatch(/^(?:[A-Z]|\{)[^!]+[^.!]$/);
});

test('only links that disguise themselves are spoken of to contacts', () => {
  const toAnyone = warnings.filter(({ anyone }) => anyone).map(({ kind }) => kind);

  expect(toAnyone).toEqual(['text_target', 'look_alike', 'mixed_script']);
});

test('every rule speaks of groups of words there are', () => {
  const groups = new Set([...Object.keys(data.words), 'coinAddress']);

  const named = messageRules.flatMap(({ all, none }) => all.concat(none));

  expect(named.filter((group) => !groups.has(group))).toEqual([]);
  expect(messageRules.every(({ kind }) => kinds.includes(kind))).toBe(true);
});

test('a group of words is there for a rule', () => {
  const used = new Set(messageRules.flatMap(({ all, none }) => all.concat(none)));

  expect(Object.keys(data.words).filter((group) => !used.has(group))).toEqual([]);
});

test('no phrase stands twice in one language', () => {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const { group, language, phrase } of phrases()) {
    const key = `${group} ${language} ${phrase}`;
    if (seen.has(key)) twice.push(key);
    seen.add(key);
  }

  expect(twice).toEqual([]);
});

test('letters that look alike are those of Unicode’s own table', () => {
  const ours = [...tr39].filter(([letter, plain]) => unhomoglyph(letter).toLowerCase() !== plain);

  expect(tr39.size).toBeGreaterThan(60);
  expect(ours).toEqual([]);
});

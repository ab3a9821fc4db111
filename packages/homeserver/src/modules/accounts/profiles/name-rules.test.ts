import { describe, expect, test } from 'vitest';
import { findNameFault } from './name-rules.ts';

describe('a display name', () => {
  test.each([
    'Mira',
    'Mira Løvelace 🏳️‍🌈',
    'مِيرا',
    'می‌خواهم',
    '美良',
    'O’Neill (she/her)',
    'a'.repeat(256),
    '🙂'.repeat(256),
  ])('%s is fine', (name) => {
    expect(findNameFault(name, 256)).toBeNull();
  });

  test.each([
    ['257 characters', 'a'.repeat(257)],
    ['257 emoji', '🙂'.repeat(257)],
    ['a right-to-left override', 'evil\u202Egpj.exe'],
    ['an isolate', 'mira\u2066'],
    ['a right-to-left mark', 'mira\u200F'],
    ['an Arabic letter mark', 'mira\u061C'],
    ['a zero-width space', 'mi\u200Bra'],
    ['a word joiner', 'mi\u2060ra'],
    ['a byte-order mark', '\uFEFFmira'],
    ['a line break', 'mira\nAdmin: send me your code'],
    ['a line separator', 'mira\u2028x'],
    ['NUL', 'mira\u0000'],
    ['half a surrogate pair', 'mira\uD83D'],
    ['only spaces', '   '],
    ['only a joiner', '\u200D'],
    ['only combining marks', '\u0301\u0301'],
    ['nothing', ''],
  ])('with %s is refused', (_says, name) => {
    expect(findNameFault(name, 256)).toMatch(/^A name .*\.$/);
  });
});

import { Refusal } from '@sotto/kit';
import type { ServerName } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import { checkNewUsername, checkNotReserved, findNamedUser } from './username-rules.ts';

const SERVER = 'sotto.test' as ServerName;
/** `@`, the name, `:` and the server are 255 bytes together. */
const LONGEST = 'a'.repeat(255 - 2 - SERVER.length);

describe('a new name', () => {
  test.each(['mira', 'm', '0', 'mira.l', 'a=b', 'a/b', 'a+b', 'a-b', 'mira_', LONGEST])(
    '%s may be taken',
    (username) => {
      expect(checkNewUsername(username, SERVER)).toBe(`@${username}:sotto.test`);
    },
  );

  test.each([
    ['nothing', ''],
    ['a capital letter', 'Mira'],
    ['a Cyrillic letter that looks Latin', 'mіra'],
    ['a Greek letter that looks Latin', 'mιra'],
    ['full-width letters', 'ｍｉｒａ'],
    ['the Kelvin sign', 'jonas\u212A'],
    ['a letter with an accent', 'noör'],
    ['a direction override', '\u202Emira'],
    ['a zero-width space', 'mi\u200Bra'],
    ['a byte-order mark', '\uFEFFmira'],
    ['a space', 'mi ra'],
    ['a line break at the end', 'mira\n'],
    ['NUL', 'mira\u0000'],
    ['a colon', 'mira:evil'],
    ['an at sign', '@mira'],
    ['only signs', '..'],
    ['one byte too many', `${LONGEST}a`],
  ])('with %s is refused', (_says, username) => {
    expect(() => checkNewUsername(username, SERVER)).toThrow(
      expect.objectContaining({ code: 'invalid_username' }),
    );
  });

  test.each(['admin', 'support', 'sotto', '_bridge'])('%s is kept back', (username) => {
    expect(() => checkNotReserved(username)).toThrow(Refusal);
  });

  test.each(['admina', 'a_'])('%s is not kept back', (username) => {
    expect(() => checkNotReserved(username)).not.toThrow();
  });
});

describe('a name at sign-in', () => {
  test.each([
    ['mira', '@mira:sotto.test'],
    ['MiRa', '@mira:sotto.test'],
    ['@mira:sotto.test', '@mira:sotto.test'],
    ['@Mira:SOTTO.test', '@mira:sotto.test'],
    ['@mira:other.test', null],
    ['@mira', null],
    ['mir\u212A', null],
    ['mіra', null],
    ['', null],
    ['@:sotto.test', null],
    ['mira\u0000', null],
    ['__proto__', '@__proto__:sotto.test'],
  ])('%s means %s', (named, userId) => {
    expect(findNamedUser(named, SERVER)).toBe(userId);
  });
});

import type { ServerName, UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { handleOf, readHandle, serverOf } from './handles.ts';

const home = 'sotto.example:8443' as ServerName;
const mira = '@mira:sotto.example:8443' as UserId;

test('people of this server go by their name, others by name and server', () => {
  expect(handleOf(mira, home)).toBe('@mira');
  expect(handleOf('@noor:elsewhere.example' as UserId, home)).toBe('@noor:elsewhere.example');
  expect(serverOf(mira)).toBe(home);
});

test.each([
  ['mira', mira],
  [' @Mira ', mira],
  ['@mira:sotto.example:8443', mira],
  ['noor:elsewhere.example', '@noor:elsewhere.example'],
  ['', null],
  ['@', null],
  ['mira k', null],
])('%j names %s', (typed, userId) => {
  expect(readHandle(typed, home)).toBe(userId);
});

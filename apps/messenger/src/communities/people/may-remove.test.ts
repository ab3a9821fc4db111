import { expect, test } from 'vitest';
import { mayRemove } from './may-remove.ts';

test.each([
  ['owner', 'admin', true],
  ['owner', 'owner', false],
  ['admin', 'moderator', true],
  ['admin', 'admin', false],
  ['moderator', 'member', true],
  ['moderator', 'admin', false],
  ['member', 'member', false],
] as const)('%s removes %s: %s', (mine, theirs, may) => {
  expect(mayRemove(mine, theirs)).toBe(may);
});

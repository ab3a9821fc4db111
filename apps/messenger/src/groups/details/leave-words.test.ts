import { expect, test } from 'vitest';
import { leaveWords } from './leave-words.ts';

test('leaving a channel is not leaving its community, and a closed one is left for good', () => {
  expect(leaveWords('channel', false)).toMatch(/You stay in the community.*join the channel again/);
  expect(leaveWords('channel', true)).toMatch(/cannot come back/);
});

test('a community is left with its channels, and a group leaves the list', () => {
  expect(leaveWords('community', false)).toMatch(/^You leave all of its channels too/);
  expect(leaveWords('group', false)).toMatch(/^It goes from your list/);
});

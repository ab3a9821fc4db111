import { expect, test } from 'vitest';
import { mentionedIn } from './mentions.ts';

const room = {
  getJoinedMembers: () => ['@mira:x.y', '@jonas:x.y', '@jo.nas:x.y'].map((userId) => ({ userId })),
};

test.each([
  ['hello @mira', ['@mira:x.y']],
  ['@Mira, and you, @jonas.', ['@mira:x.y', '@jonas:x.y']],
  ['(@jo.nas)', ['@jo.nas:x.y']],
  ['mail mira@mira or jonas@jonas.com', []],
  ['@nobody @mirabelle', []],
  ['mira', []],
])('%j names %j', (text, named) => {
  // SAFETY: only who is there is asked for.
  expect(mentionedIn(text, room as never)).toEqual(named);
});

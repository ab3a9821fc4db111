import { expect, test } from 'vitest';
import { readableOf } from './request-group.ts';

const none = { share: 'none' } as const;
const last = { share: 'last', count: 50 } as const;
const all = { share: 'all' } as const;

test.each([
  ['the choice, while the group’s rule is not known', last, null, last],
  ['nothing is known of no choice and no rule', null, null, null],
  ['the choice narrows what the group shows', none, 'shared', none],
  ['without a choice it is what the group shows', null, 'shared', all],
  ['everybody may read it, and so may a newcomer', null, 'world_readable', all],
  ['the choice never widens: from the invitation on', all, 'invited', none],
  ['the choice never widens: from joining on', last, 'joined', { share: 'joined' }],
])('%s', (_, choice, visibility, readable) => {
  expect(readableOf(choice, visibility)).toEqual(readable);
});

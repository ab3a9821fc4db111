import { expect, test } from 'vitest';
import { firstChannels, wishesOf, withOneMore } from './channel-drafts.ts';

test('a line without a name is no channel', () => {
  const drafts = withOneMore(firstChannels());
  expect(drafts).toHaveLength(3);
  expect(wishesOf(drafts)).toEqual([
    { name: 'News', topic: '', announcement: true },
    { name: 'General', topic: '', announcement: false },
  ]);
});

test('each line has a key of its own, also after some are gone', () => {
  const [first] = firstChannels();
  const one = withOneMore(first ? [first] : []);
  const keys = withOneMore(one).map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});

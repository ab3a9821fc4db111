import { expect, test } from 'vitest';
import { toEmojiData, type EmojibaseEntry, type EmojibaseMessages } from './emoji-set.ts';

const messages: EmojibaseMessages = {
  groups: [
    { key: 'people-body', message: 'people & body', order: 1 },
    { key: 'component', message: 'components', order: 2 },
  ],
  skinTones: [{ key: 'medium-dark', message: 'medium-dark skin tone' }],
};
const hand: EmojibaseEntry = {
  emoji: '👋',
  label: 'waving hand',
  version: 0.6,
  group: 1,
  tags: ['hello'],
  skins: [
    { emoji: '👋🏻', tone: 1 },
    { emoji: '👋🏿', tone: 5 },
  ],
};
const newest: EmojibaseEntry = { emoji: '🫩', label: 'tired face', version: 16, group: 1 };
const tone: EmojibaseEntry = { emoji: '🏻', label: 'light skin tone', version: 1, group: 2 };
const letter: EmojibaseEntry = { emoji: '🇦', label: 'regional indicator A', version: 0 };

test('parts of emoji are not offered, nor is their group', () => {
  const data = toEmojiData([hand, tone, letter], messages, () => true);

  expect(data.emojis.map(({ emoji }) => emoji)).toEqual(['👋']);
  expect(data.categories).toEqual([{ index: 1, label: 'People & body' }]);
});

test('what is newer than this machine can draw is left out, unless it can draw none', () => {
  const drawable = (emoji: string) => emoji !== newest.emoji;

  expect(toEmojiData([hand, newest], messages, drawable).emojis).toHaveLength(1);
  expect(toEmojiData([hand, newest], messages, () => true).emojis).toHaveLength(2);
  expect(toEmojiData([hand, newest], messages, () => false).emojis).toHaveLength(2);
});

test('skin tones are named, and a missing one falls back to the plain emoji', () => {
  const [waving] = toEmojiData([hand], messages, () => true).emojis;

  expect(waving).toMatchObject({ label: 'Waving hand', tags: ['hello'] });
  expect(waving?.skins).toEqual({
    light: '👋🏻',
    'medium-light': '👋',
    medium: '👋',
    'medium-dark': '👋',
    dark: '👋🏿',
  });
});

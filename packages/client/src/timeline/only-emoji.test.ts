import { expect, test } from 'vitest';
import { isOnlyEmoji } from './only-emoji.ts';

test.each(['👍', '👍🏽', '❤️', '👩‍👩‍👧', '🇳🇴', '3️⃣', '🎉 🎉', '😀😃😄😁😆', '🏳️‍🌈'])(
  '%s is only emoji',
  (text) => {
    expect(isOnlyEmoji(text)).toBe(true);
  },
);

test.each(['', ' ', 'ok', '👍 ok', '3', '#', '😀😃😄😁😆😅', '©'])('%j is not', (text) => {
  expect(isOnlyEmoji(text)).toBe(false);
});

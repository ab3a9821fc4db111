import { expect, test } from 'vitest';
import { fewEmoji } from './emoji-size.ts';

test.each([
  ['😀', 1],
  ['👩‍👩‍👧‍👦', 1],
  ['👍🏽 🎉', 2],
  ['🇳🇴\n❤️\n🏳️‍🌈', 3],
  ['👩🏽‍❤️‍💋‍👩🏿👩🏽‍❤️‍💋‍👩🏿👩🏽‍❤️‍💋‍👩🏿', 3],
  ['😀😀😀😀', null],
  ['', null],
  ['😀'.repeat(1000), null],
])('%s holds %s large emoji', (text, count) => {
  expect(fewEmoji(text)).toBe(count);
});

import { expect, test } from 'vitest';
import { acceptWords } from './accept-words.ts';

test.each([
  [true, true, true, ' and see when you are active, when you are typing and what you have read.'],
  [false, true, true, ' and see when you are typing and what you have read.'],
  [false, false, true, ' and see what you have read.'],
  [false, false, false, '.'],
])(
  'sharing presence %s, typing %s, receipts %s',
  (sharePresence, sendTyping, sendReadReceipts, end) => {
    const words = acceptWords('Mira', { sharePresence, sendTyping, sendReadReceipts });

    expect(words).toBe(`Accepting lets \u2068Mira\u2069 write to you${end}`);
  },
);

import { expect, test } from 'vitest';
import { putAwayWords } from './put-away-words.ts';

const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');

test('deleting says that nobody is told, and for how long nothing more comes', () => {
  const { title, text } = putAwayWords('delete', 'Noor');

  expect(title).toBe('Delete this request?');
  expect(plain(text)).toBe(
    'Noor is not told: for them it goes on waiting. New requests from them stay hidden for 30 days after this one.',
  );
});

test('blocking says what is no longer seen', () => {
  const { title, text } = putAwayWords('block', 'Noor');

  expect(plain(title)).toBe('Block Noor?');
  expect(plain(text)).toBe(
    'Noor is not told. You will not see messages or requests from them, and this request is deleted.',
  );
});

test('whoever is hidden is not named', () => {
  expect(putAwayWords('block', null)).toMatchObject({ title: 'Block this person?' });
  expect(putAwayWords('delete', null).text).toMatch(/^They are not told/);
});

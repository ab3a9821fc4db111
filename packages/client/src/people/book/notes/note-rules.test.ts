import { expect, test } from 'vitest';
import {
  checkFits,
  NICKNAME_LENGTH_MAX,
  NOTE_LENGTH_MAX,
  SEALED_BYTES_MAX,
  tidyNote,
} from './note-rules.ts';

const nicknameOf = (length: number) => ({ nickname: 'x'.repeat(length), note: '' });
const noteOf = (length: number) => ({ nickname: '', note: 'x'.repeat(length) });

test('a note is kept without the space around it, and not at all when nothing is left', () => {
  expect(tidyNote({ nickname: ' Joni ', note: '\n' })).toEqual({ nickname: 'Joni', note: '' });
  expect(tidyNote({ nickname: ' ', note: '' })).toBeNull();
});

test('nicknames and notes are as long as they may be, and no longer', () => {
  expect(tidyNote(nicknameOf(NICKNAME_LENGTH_MAX))).not.toBeNull();
  expect(() => tidyNote(nicknameOf(NICKNAME_LENGTH_MAX + 1))).toThrow('at most 64');
  expect(tidyNote(noteOf(NOTE_LENGTH_MAX))).not.toBeNull();
  expect(() => tidyNote(noteOf(NOTE_LENGTH_MAX + 1))).toThrow('at most 2000');
});

test('all notes together have the room the server gives them', () => {
  const text = 'x'.repeat(SEALED_BYTES_MAX - '{"text":""}'.length);

  expect(() => checkFits({ text })).not.toThrow();
  expect(() => checkFits({ text: `${text}x` })).toThrow('Your notes are full');
});

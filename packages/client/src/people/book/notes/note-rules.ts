import type { PrivateNote } from '../../../types/index.ts';
import { ProblemError } from '../../../session/problems.ts';

/** In UTF-16 units, as fields count them. */
export const NICKNAME_LENGTH_MAX = 64;
export const NOTE_LENGTH_MAX = 2_000;

/** The server keeps no account data larger than this. */
export const SEALED_BYTES_MAX = 65_536;

/** A note as it is kept; null if nothing of it is left. Refuses what is too long. */
export function tidyNote(wish: PrivateNote): PrivateNote | null {
  const nickname = wish.nickname.trim();
  const note = wish.note.trim();
  if (nickname.length > NICKNAME_LENGTH_MAX) {
    throw new ProblemError(
      'too_large',
      `A nickname has at most ${NICKNAME_LENGTH_MAX} characters.`,
    );
  }
  if (note.length > NOTE_LENGTH_MAX) {
    throw new ProblemError('too_large', `A note has at most ${NOTE_LENGTH_MAX} characters.`);
  }
  return nickname === '' && note === '' ? null : { nickname, note };
}

/** Refuses notes that have outgrown the place they are kept in. */
export function checkFits(sealed: object): void {
  if (new TextEncoder().encode(JSON.stringify(sealed)).length <= SEALED_BYTES_MAX) return;
  throw new ProblemError('too_large', 'Your notes are full. Shorten some, or remove a few.');
}

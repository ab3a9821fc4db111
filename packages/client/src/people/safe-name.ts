const CHARACTERS_MAX = 256;

/** Controls and marks of direction could make a name look like another, or like our words. */
const UNSAFE = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;

/** A name someone else chose, fit to stand among our words; empty when nothing of it is left. */
export function safeName(name: unknown): string {
  if (typeof name !== 'string') return '';
  return name.replaceAll(UNSAFE, '').trim().slice(0, CHARACTERS_MAX);
}

/** A name inside a sentence: it cannot turn the direction of the words around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

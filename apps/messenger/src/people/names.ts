import type { Person } from '@sotto/client';

const NAMED_MAX = 3;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * A name inside a sentence that is one string. It cannot turn the direction of the words around
 * it, whatever it contains. In markup use `<bdi>` instead.
 */
export function isolated(name: string): string {
  const plain = name.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');
  return `${FIRST_STRONG_ISOLATE}${plain}${POP_ISOLATE}`;
}

/** What a person is called: the chosen name, or the handle of one who chose none. */
export function nameOf(person: Person): string {
  return person.displayName.trim() === '' ? person.handle : person.displayName;
}

/** `Mira`, `Mira and Jonas`, `Mira, Jonas and 3 others`. */
export function namesInWords(people: readonly Person[]): string {
  const shown = people.length <= NAMED_MAX ? people : people.slice(0, NAMED_MAX - 1);
  const words = shown.map((person) => isolated(nameOf(person)));
  const rest = people.length - shown.length;
  return listInWords(rest > 0 ? [...words, `${rest} others`] : words);
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `typing…` where it is plain who, else `Mira is typing…`. */
export function typingWords(typing: readonly Person[], kind: 'direct' | 'group'): string | null {
  if (typing.length === 0) return null;
  if (kind === 'direct') return 'typing…';
  if (typing.length > 2) return `${typing.length} people are typing…`;
  return `${namesInWords(typing)} ${typing.length === 1 ? 'is' : 'are'} typing…`;
}

/** Who can read a conversation, said once and literally. `others` is everyone in it but the reader. */
export function privacyWords(others: readonly Person[]): string {
  if (others.length === 0) return 'Only you can read this.';
  if (others.length > NAMED_MAX) {
    return `Only the ${others.length + 1} people in this conversation can read this.`;
  }
  const names = others.map((person) => isolated(nameOf(person)));
  return `Only ${listInWords(['you', ...names])} can read this.`;
}

/** Everyone in a conversation but the reader. */
export function withoutMe(members: readonly Person[], me: Person): readonly Person[] {
  return members.filter((person) => person.userId !== me.userId);
}

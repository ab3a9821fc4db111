import type { Person } from '@sotto/client';

/** The handle a query could be, as `@mira` or `@mira:elsewhere.example`; null if it cannot be one. */
export function handleIn(query: string): string | null {
  const match = /^@?([\p{Ll}\p{Lu}\d._=/+-]+(?::[a-z\d.:[\]-]+)?)$/iu.exec(query.trim());
  return match?.[1] === undefined ? null : `@${match[1].toLowerCase()}`;
}

/** Folds case and accents, so that `zoe` finds `Zoë`. */
export function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word of the query begins some word of one of the texts. */
export function matchesWords(texts: readonly string[], query: string): boolean {
  const words = texts.flatMap((text) => folded(text).split(/[\s@:._-]+/));
  return folded(query)
    .split(/[\s@:._-]+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Whether a query is a person's handle, or made of whole words of their name or username. */
export function names(person: Person, query: string): boolean {
  if (query.trim().startsWith('@')) {
    const handle = handleIn(query);
    return handle === person.handle || handle === person.userId;
  }
  const words = folded(`${person.displayName} ${person.handle.slice(1)}`).split(/\s+/);
  return folded(query)
    .trim()
    .split(/\s+/)
    .every((part) => words.includes(part));
}

/** One list without repeats and without the reader: the exact match first. */
export function mergePeople(
  exact: Person | null,
  found: readonly Person[],
  reader: Person,
): readonly Person[] {
  const people = new Map<string, Person>();
  for (const person of exact === null ? found : [exact, ...found]) {
    if (person.userId !== reader.userId && !people.has(person.userId)) {
      people.set(person.userId, person);
    }
  }
  return [...people.values()];
}

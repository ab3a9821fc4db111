/** A part of the settings page, as search sees it. */
export interface Searchable {
  readonly title: string;
  /** Other words a person may look for. */
  readonly words: readonly string[];
}

/** The sections that have every word of the query at the start of one of theirs. */
export function searchSections<Section extends Searchable>(
  sections: readonly Section[],
  query: string,
): readonly Section[] {
  const wanted = wordsOf(query);
  return sections.filter(({ title, words }) => {
    const own = [title, ...words].flatMap(wordsOf);
    return wanted.every((want) => own.some((word) => word.startsWith(want)));
  });
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

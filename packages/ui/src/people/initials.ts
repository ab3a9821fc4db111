const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstGrapheme(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment;
  return '';
}

/** One or two letters that stand for a name: `Mira Lund` → `ML`, `@noor` → `N`, `李小龙` → `李`. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).flatMap((word) => {
    const bare = word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, '');
    return bare === '' ? [] : [bare];
  });
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (firstGrapheme(first) + firstGrapheme(last ?? '')).toLocaleUpperCase();
}

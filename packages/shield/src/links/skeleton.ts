import { alikeInAddresses } from '../rules/rules.ts';
import { plainWord, asLatin } from '../text/plain-word.ts';

/** Of two letters that read as one. */
const PAIRS = [...alikeInAddresses].filter(([from]) => from.length === 2);

/**
 * What a part of an address looks like at a glance; two that are alike have the same. `i` and `l`
 * are one letter in it, as they are in many typefaces, unless the word is so short that a chance
 * would make two alike.
 */
export function skeletonOf(label: string, { short = false } = {}): string {
  // A capital I among small letters is there to be taken for an l.
  const written = /\p{Ll}/u.test(label) ? label.replaceAll('I', 'l') : label;
  let plain = '';
  for (const letter of asLatin(plainWord(written))) plain += alikeInAddresses.get(letter) ?? letter;
  for (const [pair, letter] of PAIRS) plain = plain.replaceAll(pair, letter);
  return short ? plain : plain.replaceAll('i', 'l');
}

/** A letter left out, doubled, or two of them swapped: what a hasty eye does not see. */
export function isMistyped(word: string, meant: string): boolean {
  if (word === meant || Math.abs(word.length - meant.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === meant[at]) at += 1;
  // The first letter is the one everybody sees.
  if (at === 0) return false;
  if (word.length < meant.length) return word.slice(at) === meant.slice(at + 1);
  if (word.length > meant.length) {
    return word[at] === word[at - 1] && word.slice(at + 1) === meant.slice(at);
  }
  return (
    word[at] === meant[at + 1] &&
    word[at + 1] === meant[at] &&
    word.slice(at + 2) === meant.slice(at + 2)
  );
}

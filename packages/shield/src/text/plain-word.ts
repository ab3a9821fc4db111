import { tr39 } from '../rules/rules.ts';

/** Accents of Latin, Greek and Cyrillic. Those of other scripts make other letters. */
const ACCENTS = /[\u0300-\u036f]/g;
/** Characters that show nothing: joiners, marks of direction, soft hyphens. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;
const LATIN = /\p{Script=Latin}/u;
const POSING = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/**
 * A word as it reads: `ｇｉｆｔ`, `gíft` and `gіft` with a Cyrillic letter are all `gift`. A word that
 * is wholly of another alphabet stays what it is.
 */
export function plainWord(written: string): string {
  const plain = written
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase();
  return LATIN.test(plain) && POSING.test(plain) ? asLatin(plain) : plain;
}

/** With each letter of Unicode's table put for what it looks like. */
export function asLatin(text: string): string {
  let plain = '';
  for (const letter of text) plain += tr39.get(letter) ?? letter;
  return plain;
}

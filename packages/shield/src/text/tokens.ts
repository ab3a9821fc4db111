import { limits } from '../rules/rules.ts';
import { plainWord } from './plain-word.ts';

/** One word of a message, or one character of a script that writes without spaces. */
export interface Token {
  /** Folded: small letters without accents, and without letters that only pose as others. */
  readonly word: string;
  /** Where it stands in the text as it was written. */
  readonly start: number;
  readonly end: number;
  /** How far into the message it is, in words. */
  readonly place: number;
}

/**
 * Words; characters of Chinese and Japanese, which stand without spaces; signs of currencies. No
 * part can match in two ways, so that no text takes longer than its length.
 */
const TOKENS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|\p{Sc}|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}\p{Cf}])+/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
/** Chinese and Japanese take about two characters for a word. */
const CHARACTER_WORDS = 0.5;
/** No word of a rule is longer; what is, is no word. */
const WORD_CHARACTERS_MAX = 60;

/** Splits a text into its words, up to a limit: what stands after it nobody reads either. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let place = 0;
  for (const match of text.slice(0, limits.textCharacters).matchAll(TOKENS)) {
    if (tokens.length >= limits.tokens) break;
    const [written] = match;
    const start = match.index;
    place += UNSPACED.test(written) ? CHARACTER_WORDS : 1;
    const word = plainWord(written.slice(0, WORD_CHARACTERS_MAX));
    if (word !== '') tokens.push({ word, start, end: start + written.length, place });
  }
  return tokens;
}

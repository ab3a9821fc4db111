import { ANY_LANGUAGE, limits, messageRules, phrases, type MessageRule } from '../rules/rules.ts';
import type { WarningKind } from '../types.ts';
import { isCoinAddress } from './coin-address.ts';
import { growPhraseTree, type Hit, type Phrase } from './phrase-tree.ts';
import { tokensOf, type Token } from './tokens.ts';

/** What a message asks for, and the words that ask for it, as they were written. */
export interface Asked {
  readonly kind: WarningKind;
  readonly words: readonly string[];
}

/** A phrase of the data file as words of a text; `*` and `#` are kept. */
function stepsOf(phrase: string): readonly string[] {
  return phrase.split(' ').flatMap((part) => {
    if (part === '#') return ['#'];
    const words = tokensOf(part).map(({ word }) => word);
    const last = words.at(-1);
    return part.endsWith('*') && last !== undefined ? words.slice(0, -1).concat(`${last}*`) : words;
  });
}

/** The name of a group in one language. */
const nameIn = (group: string, language: string): string => `${group} ${language}`;

const languages = new Set<string>();

function* grown(): Iterable<Phrase> {
  for (const { group, language, phrase } of phrases()) {
    if (language !== ANY_LANGUAGE) languages.add(language);
    yield { group: nameIn(group, language), steps: stepsOf(phrase) };
  }
}

/** More are no more convincing. */
const COIN_ADDRESSES_MAX = 20;

const tree = growPhraseTree(grown());

/**
 * What the words of a text ask for, by the rules of the data file. The words of a rule are of one
 * language, so that what means nothing in the one is not read in the other.
 */
export function whatIsAsked(text: string): readonly Asked[] {
  const tokens = tokensOf(text);
  const hits = new Map(tree.find(tokens));
  hits.set(nameIn('coinAddress', ANY_LANGUAGE), coinAddresses(text, tokens));

  const asked = new Map<WarningKind, readonly string[]>();
  for (const language of languages) {
    const hitsOf = hitsIn(language, hits);
    for (const rule of messageRules) {
      if (asked.has(rule.kind)) continue;
      const found = findTogether(rule, hitsOf, tokens);
      if (found) asked.set(rule.kind, wordsOf(found, text, tokens));
    }
  }
  return [...asked].map(([kind, words]) => ({ kind, words }));
}

/** Where the words of a group stand, of one language and of any. */
function hitsIn(language: string, hits: ReadonlyMap<string, readonly Hit[]>) {
  const gathered = new Map<string, readonly Hit[]>();
  return (group: string): readonly Hit[] => {
    const known = gathered.get(group);
    if (known) return known;
    const ofBoth = [language, ANY_LANGUAGE].flatMap((each) => hits.get(nameIn(group, each)) ?? []);
    gathered.set(group, ofBoth);
    return ofBoth;
  };
}

function coinAddresses(text: string, tokens: readonly Token[]): readonly Hit[] {
  return tokens
    .flatMap(({ start, end }, at) =>
      isCoinAddress(text.slice(start, end)) ? [{ from: at, to: at }] : [],
    )
    .slice(0, COIN_ADDRESSES_MAX);
}

/**
 * One hit of each group of a rule, close enough together: each hit of the rarest group is looked
 * at once, with the nearest of the others.
 */
function findTogether(
  rule: MessageRule,
  hitsOf: (group: string) => readonly Hit[],
  tokens: readonly Token[],
): readonly Hit[] | null {
  const groups = rule.all.map(hitsOf).sort((one, other) => one.length - other.length);
  const [rarest = [], ...others] = groups;
  for (const anchor of rarest) {
    const together = [anchor];
    for (const group of others) {
      const nearest = nearestTo(anchor, group, tokens);
      if (nearest) together.push(nearest);
    }
    if (together.length < groups.length) return null;
    const from = Math.min(...together.map((hit) => hit.from));
    const to = Math.max(...together.map((hit) => hit.to));
    if (placeOf(tokens, to) - placeOf(tokens, from) > rule.within) continue;
    const guarded = rule.none.some((group) =>
      hitsOf(group).some(
        (hit) =>
          placeOf(tokens, hit.to) >= placeOf(tokens, from) - limits.guardDistance &&
          placeOf(tokens, hit.from) <= placeOf(tokens, to) + limits.guardDistance,
      ),
    );
    if (!guarded) return together;
  }
  return null;
}

function nearestTo(anchor: Hit, group: readonly Hit[], tokens: readonly Token[]): Hit | null {
  let nearest: Hit | null = null;
  let nearestBy = Infinity;
  for (const hit of group) {
    // The very same words do not stand for two groups.
    if (hit.from === anchor.from && hit.to === anchor.to) continue;
    const by = Math.abs(placeOf(tokens, hit.from) - placeOf(tokens, anchor.from));
    if (by < nearestBy) {
      nearest = hit;
      nearestBy = by;
    }
  }
  return nearest;
}

function placeOf(tokens: readonly Token[], at: number): number {
  return tokens[at]?.place ?? 0;
}

/** In the order of the text, each once. */
function wordsOf(hits: readonly Hit[], text: string, tokens: readonly Token[]): readonly string[] {
  const inOrder = hits.toSorted((one, other) => one.from - other.from);
  const words = inOrder.map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to]?.end));
  return [...new Set(words)];
}

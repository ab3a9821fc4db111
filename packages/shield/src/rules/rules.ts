import type { WarningKind } from '../types.ts';
import data from './rules.json' with { type: 'json' };

/** Words of every language that together ask for something. */
export interface MessageRule {
  readonly kind: WarningKind;
  /** One of each of these groups of words … */
  readonly all: readonly string[];
  /** … no further apart than so many words, … */
  readonly within: number;
  /** … and none of these among or right beside them. */
  readonly none: readonly string[];
}

interface WarningWords {
  readonly kind: WarningKind;
  /** Also said of what contacts send. */
  readonly anyone: boolean;
  /** With `{names}` to fill in. */
  readonly reason: string;
}

/** The data file spells lists as one line of text, so that a reader sees more than one word of them. */
function listOf(line: string): readonly string[] {
  return line.split(', ').filter((entry) => entry !== '');
}

export const limits = data.limits;

// SAFETY: the kinds of the data file are those of the type; a test compares them.
export const warnings = data.warnings as readonly WarningWords[];

// SAFETY: as above; `none` is absent where there is nothing to exclude.
const written = data.messageRules as readonly (Omit<MessageRule, 'none'> &
  Partial<Pick<MessageRule, 'none'>>)[];

export const messageRules: readonly MessageRule[] = written.map(
  ({ kind, all, within, none = [] }) => ({
    kind,
    all,
    within,
    none,
  }),
);

/** Words that mean the same in every language here; they go together with those of each. */
export const ANY_LANGUAGE = 'any';

/** Every phrase of every group of words, by its language. */
export function* phrases(): Iterable<Readonly<Record<'group' | 'language' | 'phrase', string>>> {
  for (const [group, languages] of Object.entries(data.words)) {
    for (const [language, line] of Object.entries<string>(languages)) {
      for (const phrase of listOf(line)) yield { group, language, phrase };
    }
  }
}

export const shorteners: ReadonlySet<string> = new Set(listOf(data.shorteners));
export const baitWords: ReadonlySet<string> = new Set(listOf(data.baitWords));
export const riskyEndings: ReadonlySet<string> = new Set(listOf(data.riskyEndings));
export const doubleEndings: ReadonlySet<string> = new Set(listOf(data.doubleEndings));

export interface Brand {
  /** The word people know it by, as it would stand in an address. */
  readonly name: string;
  /** The domains that are theirs; the first is named to people. */
  readonly domains: readonly string[];
}

export const brands: readonly Brand[] = Object.entries(data.brands).map(([name, domains]) => ({
  name,
  domains: listOf(domains),
}));

/** Letters of Unicode's own table of look-alikes, by what they look like. */
export const tr39: ReadonlyMap<string, string> = new Map(
  Object.entries(data.lookAlikes.tr39).flatMap(([plain, letters]) =>
    Array.from(letters).map((letter) => [letter, plain] as const),
  ),
);

/** What else reads alike in the small letters of an address: single letters, and pairs of them. */
export const alikeInAddresses: ReadonlyMap<string, string> = new Map(
  Object.entries(data.lookAlikes.addresses),
);

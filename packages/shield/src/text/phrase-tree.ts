import type { Token } from './tokens.ts';

/** Where words of a group stand: from one token to another, the last included. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

interface Branch {
  readonly words: Map<string, Branch>;
  /** Steps that any word with such a beginning takes. */
  readonly beginnings: Map<string, Branch>;
  /** The step any number takes. */
  number: Branch | null;
  /** The groups whose phrase ends here. */
  readonly groups: string[];
}

const newBranch = (): Branch => ({
  words: new Map(),
  beginnings: new Map(),
  number: null,
  groups: [],
});
/** Of one group, more are no more convincing. */
const HITS_MAX = 100;
const NUMBER = /^\p{N}/u;

/** Finds many phrases at once, in one walk over a text. */
export interface PhraseTree {
  /** By group, in the order of the text. */
  find(tokens: readonly Token[]): ReadonlyMap<string, readonly Hit[]>;
}

export interface Phrase {
  readonly group: string;
  /** Each a word, `word*` for any with such a beginning, or `#` for any number. */
  readonly steps: readonly string[];
}

export function growPhraseTree(phrases: Iterable<Phrase>): PhraseTree {
  const root = newBranch();
  let beginningMax = 0;

  for (const { group, steps } of phrases) {
    let branch = root;
    for (const step of steps) {
      if (step.endsWith('*')) beginningMax = Math.max(beginningMax, step.length - 1);
      branch = stepFrom(branch, step);
    }
    if (!branch.groups.includes(group)) branch.groups.push(group);
  }

  /** Every branch this word leads to. There are few: a handful of phrases share their beginnings. */
  function next(branch: Branch, word: string): Branch[] {
    const found: Branch[] = [];
    const exact = branch.words.get(word);
    if (exact) found.push(exact);
    if (branch.number && NUMBER.test(word)) found.push(branch.number);
    if (branch.beginnings.size > 0) {
      const longest = Math.min(word.length, beginningMax);
      for (let length = 1; length <= longest; length += 1) {
        const begun = branch.beginnings.get(word.slice(0, length));
        if (begun) found.push(begun);
      }
    }
    return found;
  }

  return {
    find(tokens) {
      const hits = new Map<string, Hit[]>();
      for (let from = 0; from < tokens.length; from += 1) {
        let branches = [root];
        for (let to = from; branches.length > 0 && to < tokens.length; to += 1) {
          const word = tokens[to]?.word ?? '';
          branches = branches.flatMap((branch) => next(branch, word));
          for (const group of branches.flatMap((branch) => branch.groups)) {
            const ofGroup = hits.get(group) ?? [];
            if (ofGroup.length < HITS_MAX) ofGroup.push({ from, to });
            hits.set(group, ofGroup);
          }
        }
      }
      return hits;
    },
  };
}

function stepFrom(branch: Branch, step: string): Branch {
  if (step === '#') {
    branch.number ??= newBranch();
    return branch.number;
  }
  const edges = step.endsWith('*') ? branch.beginnings : branch.words;
  const word = step.endsWith('*') ? step.slice(0, -1) : step;
  const next = edges.get(word) ?? newBranch();
  edges.set(word, next);
  return next;
}

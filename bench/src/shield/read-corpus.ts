import type { Sender, WarningKind } from '@sotto/shield';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CORPUS = fileURLToPath(new URL('../../../packages/shield/corpus', import.meta.url));

/**
 * `tuning` is what the rules were made with. `held-out` was mostly written before them, by the same
 * hand, whose words the rules know: it is not blind.
 * `unseen` was written when they were done, and never worked on.
 * `field-tuning` and `field-held-out` were written together before anybody looked at the rules
 * again, in patterns that are publicly warned of; every other one went to the first, which the rules
 * then learned from, and the others to the second, which they did not.
 */
export const corpusParts = [
  'tuning',
  'held-out',
  'unseen',
  'field-tuning',
  'field-held-out',
] as const;
export type CorpusPart = (typeof corpusParts)[number];

/** A message and what should be said of it. */
export interface Labelled {
  readonly id: string;
  readonly language: string;
  readonly from: Sender['relation'];
  /** Empty for a message that harms nobody. */
  readonly kinds: readonly WarningKind[];
  readonly text: string;
}

export function readCorpus(part: CorpusPart): readonly Labelled[] {
  const lines = readFileSync(`${CORPUS}/${part}.jsonl`, 'utf8').trimEnd().split('\n');
  // SAFETY: the files are ours, and a test reads every line of them.
  return lines.map((line) => JSON.parse(line) as Labelled);
}

import type { OwnReport, Proof, ReportCategory, ReportedWords, ReportSubject } from '@sotto/client';
import { isolated, nameOf } from '../../people/names.ts';

export interface CategoryWords {
  readonly value: ReportCategory;
  readonly label: string;
  readonly description: string;
}

/** What can be wrong, the most frequent first. */
export const categories: readonly CategoryWords[] = [
  { value: 'spam', label: 'Spam', description: 'Advertising, or the same message to many people.' },
  {
    value: 'harassment',
    label: 'Harassment',
    description: 'Insults, or writing on when asked to stop.',
  },
  { value: 'threat', label: 'Threat', description: 'Somebody is to be hurt.' },
  { value: 'hate', label: 'Hate', description: 'Against people for who or what they are.' },
  { value: 'scam', label: 'Scam', description: 'Money or passwords under false pretences.' },
  { value: 'impersonation', label: 'Impersonation', description: 'Pretends to be somebody else.' },
  {
    value: 'sexual',
    label: 'Unwanted sexual content',
    description: 'Words or photos nobody asked for.',
  },
  {
    value: 'child_safety',
    label: 'A child is in danger',
    description: 'Anything that harms a child.',
  },
  { value: 'other', label: 'Something else', description: 'Say below what it is.' },
];

export function categoryLabel(category: ReportCategory): string {
  return categories.find(({ value }) => value === category)?.label ?? 'Something else';
}

export function titleOf(subject: ReportSubject): string {
  if (subject.kind === 'message') return 'Report this message';
  if (subject.kind === 'request') return 'Report this request';
  if (subject.person === null) return 'Report this conversation';
  return `Report ${isolated(nameOf(subject.person))}`;
}

/** What a message says, or what it is where it says nothing. */
export function saidIn({ kind, text }: ReportedWords): string {
  if (kind === 'text') return text;
  const what = { photo: 'Photo', file: 'File', other: 'Message', unknown: 'Message' }[kind];
  return text === '' ? what : `${what}: ${text}`;
}

/** How sure moderators can be of it. */
export const proofWords: Readonly<Record<Proof, string>> = {
  proven: 'Proven',
  stored: 'Not encrypted, as the server has it',
  claimed: 'Not provable: the reporter says so',
  none: 'What it said is not known',
};

/** The same, to whoever makes the report. */
export const ownProofWords: Readonly<Record<Proof, string>> = {
  proven: 'With proof that they wrote it',
  stored: 'As the server has it',
  claimed: 'Without proof: moderators see that only you say so',
  none: 'Nothing can be shown of what it said',
};

export function stateWords({ state, outcome }: Pick<OwnReport, 'state' | 'outcome'>): string {
  if (state === 'open') return 'Waiting for a moderator';
  if (state === 'appealed') return 'Being looked at again';
  return outcome === 'acted' ? 'Something was done' : 'Nothing was done';
}

export function aboutWords({ kind, person }: Pick<OwnReport, 'kind' | 'person'>): string {
  const name = person === null ? null : isolated(nameOf(person));
  if (kind === 'message') return name === null ? 'A message' : `A message from ${name}`;
  if (kind === 'person') return name ?? 'A person';
  return name === null ? 'A conversation' : `A conversation with ${name}`;
}

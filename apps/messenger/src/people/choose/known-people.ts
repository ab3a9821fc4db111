import type { ConversationSummary, Person } from '@sotto/client';

/** The people I write with one to one, most recent first: the likeliest to be written to. */
export function knownPeople(conversations: readonly ConversationSummary[]): readonly Person[] {
  return conversations
    .toSorted((one, other) => other.lastActivityMs - one.lastActivityMs)
    .flatMap(({ person }) => (person === null ? [] : [person]));
}

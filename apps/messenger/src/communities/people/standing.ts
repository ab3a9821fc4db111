import type { GroupState } from '@sotto/client';

/** Changes with who is in a community and what role they have; the same words for the same people. */
export function standingOf(state: GroupState | null): string {
  return (state?.members ?? [])
    .filter(({ membership }) => membership === 'in')
    .map(({ person, role, label }) => `${person.userId} ${role} ${label}`)
    .toSorted()
    .join('\n');
}

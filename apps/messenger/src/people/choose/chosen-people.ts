import type { Person } from '@sotto/client';

/** As many as are asked at once. */
export const CHOSEN_MAX = 100;
/** As many as one conversation without a name is started with. */
export const UNNAMED_MAX = 49;

/** Adds a person, or takes them out when already chosen; a full choice stays as it is. */
export function toggled(chosen: readonly Person[], person: Person, max: number): readonly Person[] {
  const without = chosen.filter(({ userId }) => userId !== person.userId);
  if (without.length < chosen.length) return without;
  return chosen.length >= max ? chosen : [...chosen, person];
}

/** Whether a person is among the chosen. */
export function isChosen(chosen: readonly Person[], person: Person): boolean {
  return chosen.some(({ userId }) => userId === person.userId);
}

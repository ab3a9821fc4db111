const STEPS = 12;

/** Ink for a name or initials, soft for the disc behind them: CSS values. */
export interface PersonColour {
  readonly ink: string;
  readonly soft: string;
}

/** The step of the ramp, 1–12, that belongs to an id. The same everywhere and for ever. */
export function personStep(id: string): number {
  // FNV-1a: short, well spread over similar ids, and not a secret.
  let hash = 0x811c9dc5;
  for (const character of id) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash >>> 0) % STEPS) + 1;
}

/** The colour of a person, by id. Both sides of the theme pass 4.5:1. */
export function personColour(id: string): PersonColour {
  const step = personStep(id);
  return { ink: `var(--sotto-person-${step})`, soft: `var(--sotto-person-${step}-soft)` };
}

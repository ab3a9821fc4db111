import { RunError } from '../run-error.ts';

/** An option that is a positive number. */
export function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new RunError(`--${name} takes a number above 0, not "${text}".`);
  return value;
}

export function numberOrNull(name: string, text: string | undefined): number | null {
  return text === undefined ? null : numberOf(name, text);
}

import type { MinorOptions } from '../../options.ts';
import { refuse } from './errors.ts';

/** What is kept of somebody's age. */
export interface AgeMark {
  readonly isMinor: boolean;
  /** When a minor comes of age; null if only the operator can say so. */
  readonly untilMs: number | null;
}

/** Whether somebody with this mark, or none, is a minor now. */
export function isMinorNow(
  mark: AgeMark | undefined,
  mode: MinorOptions['mode'],
  nowMs: number,
): boolean {
  if (mode === 'off') return false;
  if (!mark) return mode === 'all';
  return mark.isMinor && (mark.untilMs === null || nowMs < mark.untilMs);
}

/** Nobody is older, so an earlier year is a slip. */
const AGE_MAX_YEARS = 125;
const MONTHS = 12;
const BIRTH_MONTH = /^([0-9]{4})-(0[1-9]|1[0-2])$/;

/**
 * When somebody born in this month, such as `2012-05`, comes of age: the beginning (UTC) of the month after,
 * because the day is not asked for, and nobody is to be let out early. Throws a refusal for what cannot be.
 */
export function comesOfAgeMs(
  birthMonth: string,
  { adultAge, nowMs }: { readonly adultAge: number; readonly nowMs: number },
): number {
  const [, year = '', month = ''] = BIRTH_MONTH.exec(birthMonth) ?? [];
  const now = new Date(nowMs);
  const months = Number(year) * MONTHS + Number(month) - 1;
  const monthsNow = now.getUTCFullYear() * MONTHS + now.getUTCMonth();
  if (year === '' || months > monthsNow || months < monthsNow - AGE_MAX_YEARS * MONTHS) {
    throw refuse('birth_month_invalid', 'Enter the month and the year you were born in.');
  }
  return Date.UTC(Number(year) + adultAge, Number(month), 1);
}

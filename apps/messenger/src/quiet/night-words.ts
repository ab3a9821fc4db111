import { localMoment } from '@sotto/protocol';
import { localTime } from '../people/person/local-time.ts';

/** The hours in which one would rather not be woken. */
const NIGHT_FROM_MINUTE = 22 * 60;
const NIGHT_TO_MINUTE = 7 * 60;

/** The time where somebody lives if it is night there, else null. */
export function nightTime(timeZone: string, nowMs: number, locale: string): string | null {
  const minute = localMoment(timeZone, nowMs)?.minute ?? null;
  if (minute === null || (minute >= NIGHT_TO_MINUTE && minute < NIGHT_FROM_MINUTE)) return null;
  return localTime(timeZone, nowMs, locale);
}

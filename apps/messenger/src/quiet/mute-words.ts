import type { Mute } from '@sotto/client';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const muteTimes = [
  { value: 'hour', label: 'For 1 hour', forMs: HOUR_MS },
  { value: 'night', label: 'For 8 hours', forMs: 8 * HOUR_MS },
  { value: 'week', label: 'For a week', forMs: 7 * DAY_MS },
  { value: 'always', label: 'Until I turn it on', forMs: null },
] as const;

export type MuteTime = (typeof muteTimes)[number]['value'];

/** `14:05` if it is within a day, else `Monday 3 March, 14:05`. */
export function untilWords(untilMs: number, nowMs: number, locale: string): string {
  const soon = untilMs - nowMs <= DAY_MS;
  return new Intl.DateTimeFormat(locale, {
    ...(!soon && { weekday: 'long', day: 'numeric', month: 'long' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(untilMs);
}

/** What being muted means now. */
export function mutedWords(mute: Mute, nowMs: number, locale: string): string {
  const until = mute.untilMs === null ? '' : ` until ${untilWords(mute.untilMs, nowMs, locale)}`;
  return `Muted${until}. ${mute.mentions ? 'Mentions still notify.' : 'Nothing notifies.'}`;
}

import type { Presence } from '@sotto/client';
import type { Calendar } from './calendar.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Beside a conversation in the list: `14:05`, `Mon`, `3 Mar`, `3 Mar 2024`. */
export function listTime(calendar: Calendar, ms: number, nowMs: number): string {
  const daysAgo = calendar.dayNumber(nowMs) - calendar.dayNumber(ms);
  // A clock that runs ahead can put a message in tomorrow; its time of day is still the best word.
  if (daysAgo <= 0) return calendar.time(ms);
  if (daysAgo < 7) return calendar.weekdayShort(ms);
  if (calendar.year(ms) === calendar.year(nowMs)) return calendar.dateShort(ms);
  return calendar.dateShortWithYear(ms);
}

/** Between two days of a conversation: `Today`, `Yesterday`, `Monday`, `Monday 3 March`. */
export function dayTitle(calendar: Calendar, ms: number, nowMs: number): string {
  const daysAgo = calendar.dayNumber(nowMs) - calendar.dayNumber(ms);
  if (daysAgo === 0) return 'Today';
  if (daysAgo === 1) return 'Yesterday';
  if (daysAgo > 1 && daysAgo < 7) return calendar.weekday(ms);
  if (calendar.year(ms) === calendar.year(nowMs)) return calendar.date(ms);
  return calendar.dateWithYear(ms);
}

/** In full, for a tooltip: `Monday 3 March 2024, 14:05`. */
export function fullTime(calendar: Calendar, ms: number): string {
  return `${calendar.dateWithYear(ms)}, ${calendar.time(ms)}`;
}

/** `Active now`, `Last seen 5 min ago`, or null when nothing may be said. */
export function presenceWords(
  calendar: Calendar,
  presence: Presence | null,
  nowMs: number,
): string | null {
  if (presence === null) return null;
  if (presence.online) return 'Active now';
  const { lastActiveMs } = presence;
  if (lastActiveMs === null) return null;

  const agoMs = nowMs - lastActiveMs;
  if (agoMs < MINUTE_MS) return 'Last seen just now';
  if (agoMs < HOUR_MS) return `Last seen ${Math.floor(agoMs / MINUTE_MS)} min ago`;
  const daysAgo = calendar.dayNumber(nowMs) - calendar.dayNumber(lastActiveMs);
  if (daysAgo === 0) return `Last seen today at ${calendar.time(lastActiveMs)}`;
  if (daysAgo === 1) return `Last seen yesterday at ${calendar.time(lastActiveMs)}`;
  if (daysAgo < 7) return `Last seen on ${calendar.weekday(lastActiveMs)}`;
  if (calendar.year(lastActiveMs) === calendar.year(nowMs)) {
    return `Last seen on ${calendar.dateShort(lastActiveMs)}`;
  }
  return `Last seen on ${calendar.dateShortWithYear(lastActiveMs)}`;
}

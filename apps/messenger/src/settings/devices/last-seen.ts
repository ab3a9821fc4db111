const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When a device was last here, in words: `Active now`, `Active 2 hours ago`, `Active on 3 May 2026`. */
export function lastSeenText(lastSeenMs: number | null, nowMs: number, locale?: string): string {
  if (lastSeenMs === null) return 'Not used yet';
  const agoMs = Math.max(0, nowMs - lastSeenMs);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (agoMs < 5 * MINUTE_MS) return 'Active now';
  if (agoMs < HOUR_MS) return `Active ${relative.format(-Math.floor(agoMs / MINUTE_MS), 'minute')}`;
  if (agoMs < DAY_MS) return `Active ${relative.format(-Math.floor(agoMs / HOUR_MS), 'hour')}`;
  if (agoMs < 14 * DAY_MS) return `Active ${relative.format(-Math.floor(agoMs / DAY_MS), 'day')}`;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return `Active on ${date.format(lastSeenMs)}`;
}

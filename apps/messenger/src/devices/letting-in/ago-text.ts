const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long ago somebody asked, in words: `just now`, `20 seconds ago`, `2 minutes ago`. */
export function agoText(agoMs: number, locale?: string): string {
  if (agoMs < 5 * SECOND_MS) return 'just now';
  const relative = new Intl.RelativeTimeFormat(locale);
  if (agoMs < MINUTE_MS) return relative.format(-Math.floor(agoMs / SECOND_MS), 'second');
  return relative.format(-Math.floor(agoMs / MINUTE_MS), 'minute');
}

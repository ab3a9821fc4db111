/** What the clock says where somebody lives; null for a time zone this browser does not know. */
export function localTime(timeZone: string, nowMs: number, locale: string): string | null {
  if (timeZone === '') return null;
  try {
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(nowMs);
  } catch {
    // NOTE: anybody can write anything into their profile.
    return null;
  }
}

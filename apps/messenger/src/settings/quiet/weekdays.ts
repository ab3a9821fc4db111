/** The days of the week from Monday, 1, to Sunday, 7, by name. */
export function weekdays(
  locale: string,
): readonly { readonly day: number; readonly name: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => ({
    day: index + 1,
    // The fifth of January 1970 was a Monday.
    name: format.format(Date.UTC(1970, 0, 5 + index)),
  }));
}

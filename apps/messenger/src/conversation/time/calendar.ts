import { BoundedMap } from '@sotto/kit';

/** Where and in which language a person reads times. */
export interface Locality {
  readonly locale: string;
  readonly timeZone: string;
}

/** Times as one person reads them. Pure: it is told the moment, it never asks for it. */
export interface Calendar {
  /** Whole days since 1970 on this person's wall calendar; equal for two moments of one day. */
  readonly dayNumber: (ms: number) => number;
  /** `14:05` or `2:05 pm`. */
  readonly time: (ms: number) => string;
  /** `Mon`. */
  readonly weekdayShort: (ms: number) => string;
  /** `Monday`. */
  readonly weekday: (ms: number) => string;
  /** `3 Mar`. */
  readonly dateShort: (ms: number) => string;
  /** `3 Mar 2024`. */
  readonly dateShortWithYear: (ms: number) => string;
  /** `Monday 3 March`. */
  readonly date: (ms: number) => string;
  /** `Monday 3 March 2024`. */
  readonly dateWithYear: (ms: number) => string;
  readonly year: (ms: number) => number;
}

const DAY_MS = 86_400_000;
/** Every time zone is a multiple of a quarter of an hour from UTC, so no day starts inside one. */
const QUARTER_MS = 900_000;
const QUARTERS_MAX = 4096;

/** Builds a person's calendar. Formatters are costly to make and cheap to use, so keep it. */
export function createCalendar({ locale, timeZone }: Locality): Calendar {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (ms: number) => format.format(ms);
  };
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const weekday = formatter({ weekday: 'long' });
  const date = formatter({ day: 'numeric', month: 'long' });
  const dateWithYear = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
  const known = new BoundedMap<number, number>(QUARTERS_MAX);

  function dateParts(ms: number): { year: number; month: number; day: number } {
    const found = { year: 0, month: 0, day: 0 };
    for (const { type, value } of parts.formatToParts(ms)) {
      if (type === 'year' || type === 'month' || type === 'day') found[type] = Number(value);
    }
    return found;
  }

  return {
    dayNumber(ms) {
      const quarter = Math.floor(ms / QUARTER_MS);
      const cached = known.get(quarter);
      if (cached !== undefined) return cached;
      const { year, month, day } = dateParts(ms);
      const number = Date.UTC(year, month - 1, day) / DAY_MS;
      known.set(quarter, number);
      return number;
    },
    time: formatter({ timeStyle: 'short' }),
    weekdayShort: formatter({ weekday: 'short' }),
    weekday,
    dateShort: formatter({ day: 'numeric', month: 'short' }),
    dateShortWithYear: formatter({ day: 'numeric', month: 'short', year: 'numeric' }),
    date: (ms) => `${weekday(ms)} ${date(ms)}`,
    dateWithYear: (ms) => `${weekday(ms)} ${dateWithYear(ms)}`,
    year: (ms) => dateParts(ms).year,
  };
}

/**
 * The language for dates: the reader's own kind of English, since the words around them are
 * English, or the international form of it.
 */
export function dateLocale(languages: readonly string[]): string {
  return languages.find((language) => /^en\b/i.test(language)) ?? 'en-GB';
}

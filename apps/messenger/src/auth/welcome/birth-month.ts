/** What has been chosen so far; empty texts are not chosen. */
export interface BirthMonth {
  /** `01` to `12`. */
  readonly month: string;
  readonly year: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

const MONTHS = 12;
const YEARS = 120;

/** The months by the names the reader knows them by. */
export function months(language?: string): readonly Choice[] {
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: MONTHS }, (_, index) => ({
    value: String(index + 1).padStart(2, '0'),
    label: name.format(Date.UTC(2000, index, 1)),
  }));
}

/** This year and those before it. */
export function birthYears(nowMs: number): readonly Choice[] {
  const thisYear = new Date(nowMs).getUTCFullYear();
  return Array.from({ length: YEARS }, (_, index) => {
    const year = String(thisYear - index);
    return { value: year, label: year };
  });
}

/** As the server takes it, such as `2012-05`; null while it is not wholly chosen. */
export function birthMonthText({ month, year }: BirthMonth): string | null {
  return month === '' || year === '' ? null : `${year}-${month}`;
}

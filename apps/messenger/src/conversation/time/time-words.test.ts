import { describe, expect, test } from 'vitest';
import { createCalendar, dateLocale } from './calendar.ts';
import { dayTitle, fullTime, listTime, presenceWords } from './time-words.ts';

const calendar = createCalendar({ locale: 'en-GB', timeZone: 'Europe/Berlin' });
const at = (iso: string) => Date.parse(iso);
/** A Wednesday, 10:30 in Berlin. */
const now = at('2025-03-12T09:30:00Z');

describe('the calendar', () => {
  test('a day starts at the midnight of the reader, not of Greenwich', () => {
    const beforeMidnight = calendar.dayNumber(at('2025-03-11T22:59:59Z'));
    const afterMidnight = calendar.dayNumber(at('2025-03-11T23:00:00Z'));

    expect(afterMidnight - beforeMidnight).toBe(1);
    expect(calendar.dayNumber(at('2025-03-12T22:59:59Z'))).toBe(afterMidnight);
  });

  test('days are counted right over the night the clocks change', () => {
    const saturday = calendar.dayNumber(at('2025-03-29T12:00:00Z'));
    const sunday = calendar.dayNumber(at('2025-03-30T12:00:00Z'));
    const monday = calendar.dayNumber(at('2025-03-30T22:00:00Z'));

    expect([sunday - saturday, monday - sunday]).toEqual([1, 1]);
  });

  test('a zone of three quarters of an hour still changes day at its own midnight', () => {
    const nepal = createCalendar({ locale: 'en-GB', timeZone: 'Asia/Kathmandu' });

    const last = nepal.dayNumber(at('2025-03-11T18:14:59Z'));
    const first = nepal.dayNumber(at('2025-03-11T18:15:00Z'));

    expect(first - last).toBe(1);
  });

  test.each([
    [['de-DE', 'en-US'], 'en-US'],
    [['en-AU', 'en-US'], 'en-AU'],
    [['en'], 'en'],
    [['de-DE', 'eng'], 'en-GB'],
    [[], 'en-GB'],
  ])('of the languages %j dates use %s', (languages, locale) => {
    expect(dateLocale(languages)).toBe(locale);
  });
});

describe('the time in the list', () => {
  test.each([
    ['2025-03-12T09:05:00Z', '10:05', 'today'],
    ['2025-03-13T09:05:00Z', '10:05', 'a clock that runs a day ahead'],
    ['2025-03-11T09:05:00Z', 'Tue', 'yesterday'],
    ['2025-03-06T09:05:00Z', 'Thu', 'six days ago'],
    ['2025-03-05T09:05:00Z', '5 Mar', 'a week ago: the weekday would mislead'],
    ['2024-12-31T09:05:00Z', '31 Dec 2024', 'last year'],
  ])('%s is %s (%s)', (iso, words) => {
    expect(listTime(calendar, at(iso), now)).toBe(words);
  });

  test('a reader who counts twelve hours sees twelve', () => {
    const american = createCalendar({ locale: 'en-US', timeZone: 'UTC' });

    expect(listTime(american, at('2025-03-12T09:05:00Z'), now)).toMatch(/^9:05\sAM$/);
  });
});

describe('the day between messages', () => {
  test.each([
    ['2025-03-12T00:30:00Z', 'Today'],
    ['2025-03-11T09:00:00Z', 'Yesterday'],
    ['2025-03-10T09:00:00Z', 'Monday'],
    ['2025-03-03T09:00:00Z', 'Monday 3 March'],
    ['2024-03-03T09:00:00Z', 'Sunday 3 March 2024'],
    ['2025-03-13T09:00:00Z', 'Thursday 13 March'],
  ])('%s is headed %s', (iso, words) => {
    expect(dayTitle(calendar, at(iso), now)).toBe(words);
  });

  test('the full form says day, date, year and time', () => {
    expect(fullTime(calendar, at('2025-03-03T13:05:00Z'))).toBe('Monday 3 March 2025, 14:05');
  });
});

describe('presence', () => {
  const away = (iso: string) => ({ online: false, lastActiveMs: at(iso) });

  test.each([
    [null, null],
    [{ online: false, lastActiveMs: null }, null],
    [{ online: true, lastActiveMs: null }, 'Active now'],
    [away('2025-03-12T09:29:30Z'), 'Last seen just now'],
    [away('2025-03-12T09:31:00Z'), 'Last seen just now'],
    [away('2025-03-12T09:29:00Z'), 'Last seen 1 min ago'],
    [away('2025-03-12T08:30:01Z'), 'Last seen 59 min ago'],
    [away('2025-03-12T08:30:00Z'), 'Last seen today at 09:30'],
    [away('2025-03-11T20:00:00Z'), 'Last seen yesterday at 21:00'],
    [away('2025-03-08T20:00:00Z'), 'Last seen on Saturday'],
    [away('2025-02-01T20:00:00Z'), 'Last seen on 1 Feb'],
    [away('2023-02-01T20:00:00Z'), 'Last seen on 1 Feb 2023'],
  ])('%j reads %s', (presence, words) => {
    expect(presenceWords(calendar, presence, now)).toBe(words);
  });
});

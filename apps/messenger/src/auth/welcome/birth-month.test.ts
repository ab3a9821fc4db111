import { expect, test } from 'vitest';
import { birthMonthText, birthYears, months } from './birth-month.ts';

test('the months are twelve, in their order, in the reader’s language', () => {
  expect(months('en')).toHaveLength(12);
  expect(months('en')[0]).toEqual({ value: '01', label: 'January' });
  expect(months('de')[11]).toEqual({ value: '12', label: 'Dezember' });
});

test('the years begin with this one', () => {
  const years = birthYears(Date.UTC(2026, 10, 22));

  expect(years[0]).toEqual({ value: '2026', label: '2026' });
  expect(years.at(-1)?.value).toBe('1907');
});

test.each([
  [{ month: '05', year: '2012' }, '2012-05'],
  [{ month: '', year: '2012' }, null],
  [{ month: '05', year: '' }, null],
])('%j is sent as %s', (chosen, text) => {
  expect(birthMonthText(chosen)).toBe(text);
});

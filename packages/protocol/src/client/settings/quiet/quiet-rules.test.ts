import { Compile } from 'typebox/compile';
import { describe, expect, test } from 'vitest';
import { localMoment } from './local-moment.ts';
import { quietHoursSchema, type QuietHours } from './quiet-hours.ts';
import { isQuietAt } from './quiet-rules.ts';

const MONDAY = 1;
const TUESDAY = 2;
const SUNDAY = 7;
const at = (hour: number, minute = 0) => hour * 60 + minute;

const nights: QuietHours = {
  enabled: true,
  from: '22:00',
  to: '07:00',
  days: [MONDAY],
  time_zone: 'Europe/Berlin',
};

describe('is it quiet', () => {
  test.each([
    ['a minute before', nights, { day: MONDAY, minute: at(21, 59) }, false],
    ['as it begins', nights, { day: MONDAY, minute: at(22) }, true],
    ['after midnight', nights, { day: TUESDAY, minute: at(6, 59) }, true],
    ['as it ends', nights, { day: TUESDAY, minute: at(7) }, false],
    ['the morning of a day it begins on', nights, { day: MONDAY, minute: at(3) }, false],
    ['the evening of a day it does not begin on', nights, { day: TUESDAY, minute: at(23) }, false],
    [
      'from Sunday into Monday',
      { ...nights, days: [SUNDAY] },
      { day: MONDAY, minute: at(3) },
      true,
    ],
    [
      'within a day',
      { ...nights, from: '09:00', to: '17:30' },
      { day: MONDAY, minute: at(17, 29) },
      true,
    ],
    [
      'after it, the same day',
      { ...nights, from: '09:00', to: '17:30' },
      { day: MONDAY, minute: at(17, 30) },
      false,
    ],
    [
      'a day and a night',
      { ...nights, from: '08:00', to: '08:00' },
      { day: TUESDAY, minute: at(7, 59) },
      true,
    ],
    ['switched off', { ...nights, enabled: false }, { day: MONDAY, minute: at(23) }, false],
    ['on no day', { ...nights, days: [] }, { day: MONDAY, minute: at(23) }, false],
  ])('%s', (_says, hours, moment, quiet) => {
    expect(isQuietAt(hours, moment)).toBe(quiet);
  });
});

test.each([
  ['Europe/Berlin', { day: 4, minute: at(13, 30) }],
  ['Asia/Kolkata', { day: 4, minute: at(18) }],
  ['Pacific/Kiritimati', { day: 5, minute: at(2, 30) }],
  ['America/Los_Angeles', { day: 4, minute: at(4, 30) }],
  ['Mars/Olympus_Mons', null],
  ['', null],
])('half past noon on a Thursday in Greenwich is, in %j, %j', (timeZone, moment) => {
  expect(localMoment(timeZone, Date.UTC(2026, 0, 1, 12, 30))).toEqual(moment);
});

test('midnight is the first minute of a day', () => {
  expect(localMoment('UTC', Date.UTC(2026, 0, 1))).toEqual({ day: 4, minute: 0 });
});

const schema = Compile(quietHoursSchema);

test.each([
  ['a day without a number', { days: ['monday'] }],
  ['an eighth day', { days: [8] }],
  ['a day twice', { days: [1, 1] }],
  ['an hour too many', { from: '24:00' }],
  ['a time in words', { to: 'noon' }],
  ['no time zone', { time_zone: '' }],
  ['a field nobody knows', { loud: true }],
  ['101 exceptions', { except: Array.from({ length: 101 }, (_, index) => `@u${index}:x.y`) }],
])('no quiet hours: %s', (_says, change) => {
  expect(schema.Check(nights)).toBe(true);
  expect(schema.Check({ ...nights, ...change })).toBe(false);
});

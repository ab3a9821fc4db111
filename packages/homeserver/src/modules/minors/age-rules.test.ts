import { expect, test } from 'vitest';
import { comesOfAgeMs, isMinorNow, type AgeMark } from './age-rules.ts';

const NOW = { adultAge: 18, nowMs: Date.UTC(2026, 10, 22) };

test.each([
  ['2012-05', '2030-06-01'],
  ['2008-11', '2026-12-01'],
  ['2008-10', '2026-11-01'],
  ['2012-12', '2031-01-01'],
  ['2008-02', '2026-03-01'],
])('born in %s, one is of age from %s on', (birthMonth, day) => {
  expect(new Date(comesOfAgeMs(birthMonth, NOW)).toISOString()).toBe(`${day}T00:00:00.000Z`);
});

test('the age is the operator’s to say', () => {
  const at16 = comesOfAgeMs('2012-05', { ...NOW, adultAge: 16 });

  expect(new Date(at16).toISOString()).toBe('2028-06-01T00:00:00.000Z');
});

test.each([
  '2026-12',
  '2099-01',
  '1899-01',
  '2012-13',
  '2012-00',
  '2012',
  '2012-5',
  ' 2012-05',
  '',
])('%j is nobody’s month of birth', (birthMonth) => {
  expect(() => comesOfAgeMs(birthMonth, NOW)).toThrow(/month and the year/);
});

const untilMs = 1_000;
const dated: AgeMark = { isMinor: true, untilMs };
const undated: AgeMark = { isMinor: true, untilMs: null };
const adult: AgeMark = { isMinor: false, untilMs: null };

test.each([
  { says: 'off: nobody', mode: 'off', mark: undated, nowMs: 0, answer: false },
  { says: 'the last moment', mode: 'ask', mark: dated, nowMs: untilMs - 1, answer: true },
  { says: 'the day itself', mode: 'ask', mark: dated, nowMs: untilMs, answer: false },
  { says: 'marked, no date', mode: 'marked', mark: undated, nowMs: 1e15, answer: true },
  { says: 'nothing known', mode: 'ask', mark: undefined, nowMs: 0, answer: false },
  { says: 'nothing known, all', mode: 'all', mark: undefined, nowMs: 0, answer: true },
  { says: 'said to be of age', mode: 'all', mark: adult, nowMs: 0, answer: false },
] as const)('$says: $answer', ({ mode, mark, nowMs, answer }) => {
  expect(isMinorNow(mark, mode, nowMs)).toBe(answer);
});

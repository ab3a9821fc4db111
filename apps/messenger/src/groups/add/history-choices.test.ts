import { expect, test } from 'vitest';
import { historyOf, historyOptions, startOfDay } from './history-choices.ts';

test('each choice is what the group keeps of it', () => {
  expect(historyOptions.map(({ value }) => historyOf(value, 1_000))).toEqual([
    { share: 'none' },
    { share: 'since', since_ts: 1_000 },
    { share: 'last', count: 50 },
    { share: 'all' },
  ]);
});

test('today begins at midnight where one is', () => {
  const noon = new Date(2026, 2, 4, 12, 30).getTime();

  expect(startOfDay(noon)).toBe(new Date(2026, 2, 4).getTime());
  expect(startOfDay(startOfDay(noon))).toBe(startOfDay(noon));
});

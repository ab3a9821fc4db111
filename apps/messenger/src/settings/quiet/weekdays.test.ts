import { expect, test } from 'vitest';
import { weekdays } from './weekdays.ts';

test('the week begins on Monday, as it is numbered', () => {
  const days = weekdays('en-GB');

  expect([days[0], days[6]]).toEqual([
    { day: 1, name: 'Monday' },
    { day: 7, name: 'Sunday' },
  ]);
});

import { expect, test } from 'vitest';
import { medianOf, percentileOf, Samples } from './samples.ts';

const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

test.each([
  { share: 0.5, of: hundred, answer: 50 },
  { share: 0.99, of: hundred, answer: 99 },
  { share: 1, of: hundred, answer: 100 },
  { share: 0.991, of: hundred, answer: 100 },
  { share: 0, of: hundred, answer: 1 },
  { share: 0.99, of: [7], answer: 7 },
  { share: 0.5, of: [], answer: Number.NaN },
])('the percentile $share of $of.length values is $answer', ({ share, of, answer }) => {
  expect(percentileOf(of, share)).toBe(answer);
});

test('samples are ordered by size, not by their text, and none is forgotten', () => {
  const samples = new Samples();

  for (let value = 3000; value > 0; value -= 1) samples.add(value);

  expect(samples.spread()).toEqual({ count: 3000, p50: 1500, p99: 2970, max: 3000 });
});

test('the median of three runs is the middle one, whatever their order', () => {
  expect(medianOf([900, 1100, 1000])).toBe(1000);
  expect(medianOf([10, 9])).toBe(9);
});

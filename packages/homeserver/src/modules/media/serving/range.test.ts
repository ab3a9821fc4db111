import { expect, test } from 'vitest';
import { parseRange } from './range.ts';

test.each([
  { header: undefined, answer: 'whole' },
  { header: 'bytes=0-9', answer: { start: 0, end: 9 } },
  { header: 'bytes=90-', answer: { start: 90, end: 99 } },
  { header: 'bytes=90-1000', answer: { start: 90, end: 99 } },
  { header: 'bytes=99-99', answer: { start: 99, end: 99 } },
  { header: 'bytes=100-', answer: 'beyond' },
  { header: 'bytes=-10', answer: { start: 90, end: 99 } },
  { header: 'bytes=-1000', answer: { start: 0, end: 99 } },
  { header: 'bytes=-0', answer: 'beyond' },
  { header: 'bytes=9-0', answer: 'whole' },
  { header: 'bytes=-', answer: 'whole' },
  { header: 'bytes=0-1,5-6', answer: 'whole' },
  { header: 'bytes=a-b', answer: 'whole' },
  { header: 'bytes=1e3-', answer: 'whole' },
  { header: `bytes=${'9'.repeat(16)}-`, answer: 'whole' },
  { header: 'lines=0-9', answer: 'whole' },
])('of a hundred bytes, $header is $answer', ({ header, answer }) => {
  expect(parseRange(header, 100)).toEqual(answer);
});

test.each([
  { header: 'bytes=0-', answer: 'beyond' },
  { header: 'bytes=-1', answer: 'beyond' },
  { header: undefined, answer: 'whole' },
])('of nothing, $header is $answer', ({ header, answer }) => {
  expect(parseRange(header, 0)).toBe(answer);
});

import { expect, test } from 'vitest';
import { bars, isMet, judge } from './bars.ts';

test.each([
  { bar: bars.floorRatio, figure: 0.3, met: true },
  { bar: bars.floorRatio, figure: 0.299, met: false },
  { bar: bars.cpuMs, figure: 0.7, met: true },
  { bar: bars.cpuMs, figure: 0.701, met: false },
  { bar: bars.cpuMs, figure: Number.NaN, met: false },
])('$figure for "$bar.name" ($bar.wants $bar.limit): $met', ({ bar, figure, met }) => {
  expect(isMet(bar, figure)).toBe(met);
});

test('only what was measured is judged, and every bar that is missed counts', () => {
  expect(judge({ floorRatio: 0.41, cpuMs: 0.9, startSeconds: 3 })).toEqual({
    rows: [
      ['messages/s, of the floor', '0.41', '≥ 0.30', 'met'],
      ['CPU per message', '0.90 ms', '≤ 0.70 ms', 'MISSED'],
      ['start on a filled database', '3.00 s', '≤ 2.00 s', 'MISSED'],
    ],
    failed: 2,
  });
});

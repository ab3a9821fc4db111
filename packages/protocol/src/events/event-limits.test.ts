import { expect, test } from 'vitest';
import { DEPTH_MAX, depthAfter } from './event-limits.ts';

test.each([
  { says: 'the first event is at depth one', prevDepths: [], depth: 1 },
  { says: 'an event is one deeper than its parent', prevDepths: [4], depth: 5 },
  { says: 'the deepest parent counts', prevDepths: [4, 9, 2], depth: 10 },
  { says: 'a room may just reach the limit', prevDepths: [DEPTH_MAX - 1], depth: DEPTH_MAX },
  { says: 'a room at the limit stays there', prevDepths: [DEPTH_MAX], depth: DEPTH_MAX },
])('$says', ({ prevDepths, depth }) => {
  expect(depthAfter(prevDepths)).toBe(depth);
});

import { assert, property, double } from 'fast-check';
import { expect, test } from 'vitest';
import { photoSize } from './photo-size.ts';

test.each([
  ['a wide photo fills the width', [4000, 3000], [340, 255]],
  ['a tall photo fills the height', [3000, 4000], [300, 400]],
  ['a small photo stays its size', [200, 150], [200, 150]],
  ['a panorama is cropped to a readable height', [9000, 600], [340, 96]],
  ['a screenshot of a long page is cropped to a readable width', [400, 9000], [140, 400]],
  ['an icon gets room for its time', [16, 16], [140, 96]],
  ['a photo of unknown size gets a square', [null, 300], [240, 240]],
  ['nonsense gets a square', [0, -3], [240, 240]],
  ['a size that is not a number gets a square', [Number.NaN, 10], [240, 240]],
] as const)('%s', (_says, [widthPx, heightPx], [shownWidth, shownHeight]) => {
  const shown = photoSize({ widthPx, heightPx });

  expect(shown).toEqual({ widthPx: shownWidth, heightPx: shownHeight });
});

test('no photo breaks out of its bounds', () => {
  assert(
    property(double(), double(), (widthPx, heightPx) => {
      const shown = photoSize({ widthPx, heightPx });

      expect(shown.widthPx).toBeGreaterThanOrEqual(140);
      expect(shown.widthPx).toBeLessThanOrEqual(340);
      expect(shown.heightPx).toBeGreaterThanOrEqual(96);
      expect(shown.heightPx).toBeLessThanOrEqual(400);
    }),
  );
});

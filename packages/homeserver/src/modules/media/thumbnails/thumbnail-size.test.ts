import type { ThumbnailMethod } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { chooseThumbnailSize, type Size } from './thumbnail-size.ts';

const large = { width: 4_000, height: 3_000 };

function chosen(method: ThumbnailMethod, [width, height]: readonly [number, number], of: Size) {
  const size = chooseThumbnailSize({ width, height, method }, of);
  return size ? `${size.width}x${size.height}` : 'original';
}

test.each([
  { method: 'scale', asked: [320, 240], answer: '320x240' },
  { method: 'scale', asked: [1, 1], answer: '320x240' },
  { method: 'scale', asked: [321, 240], answer: '640x480' },
  { method: 'scale', asked: [100, 500], answer: '800x600' },
  { method: 'scale', asked: [801, 10], answer: 'original' },
  { method: 'crop', asked: [32, 32], answer: '32x32' },
  { method: 'crop', asked: [33, 33], answer: '96x96' },
  { method: 'crop', asked: [128, 128], answer: '192x192' },
  { method: 'crop', asked: [640, 480], answer: '640x480' },
  { method: 'crop', asked: [100, 200], answer: '160x320' },
  { method: 'crop', asked: [800, 1], answer: '800x100' },
  { method: 'crop', asked: [801, 801], answer: 'original' },
] as const)('$method to $asked of a large picture makes $answer', ({ method, asked, answer }) => {
  expect(chosen(method, asked, large)).toBe(answer);
});

test.each([
  { method: 'scale', asked: [320, 240], of: { width: 320, height: 241 }, answer: 'original' },
  { method: 'scale', asked: [320, 240], of: { width: 321, height: 241 }, answer: '320x240' },
  { method: 'scale', asked: [320, 240], of: { width: 5_000, height: 200 }, answer: 'original' },
  { method: 'crop', asked: [96, 96], of: { width: 96, height: 96 }, answer: 'original' },
  { method: 'crop', asked: [96, 96], of: { width: 97, height: 97 }, answer: '96x96' },
  { method: 'crop', asked: [96, 96], of: { width: 1_000, height: 90 }, answer: 'original' },
] as const)('nothing is enlarged: $method to $asked of $of makes $answer', (given) => {
  expect(chosen(given.method, given.asked, given.of)).toBe(given.answer);
});

test('whatever is asked, a picture has at most a hundred thumbnails, none smaller than asked', () => {
  const sizes = new Set<string>();
  const tooSmall: string[] = [];
  for (const method of ['crop', 'scale'] as const) {
    for (let width = 1; width <= 900; width += 7) {
      for (let height = 1; height <= 900; height += 7) {
        const size = chooseThumbnailSize({ width, height, method }, large);
        if (!size) continue;
        sizes.add(`${size.width}x${size.height}-${method}`);
        if (size.width < width || size.height < height) tooSmall.push(`${width}x${height}`);
      }
    }
  }

  expect(tooSmall).toEqual([]);
  expect(sizes.size).toBeLessThanOrEqual(100);
});

import { record, integer, double, tuple, assert, property, array } from 'fast-check';
import { expect, test } from 'vitest';
import { pan, WHOLE, zoomAt } from './zoom.ts';

const stage = { stage: { width: 1000, height: 800 }, photo: { width: 1000, height: 750 } };
const point = record({
  x: integer({ min: -500, max: 500 }),
  y: integer({ min: -375, max: 375 }),
});
const factor = double({ min: 0.2, max: 5, noNaN: true });

test('what is under the pointer stays under it', () => {
  const at = { x: 200, y: 100 };

  const view = zoomAt(WHOLE, 3, at, stage);

  expect(view).toEqual({ scale: 3, x: -400, y: -200 });
  expect((at.x - view.x) / view.scale).toBe(200);
});

test('a photo is never smaller than whole nor larger than six times', () => {
  expect(zoomAt(WHOLE, 0.5, { x: 9, y: 9 }, stage)).toEqual(WHOLE);
  expect(zoomAt(WHOLE, 50, { x: 0, y: 0 }, stage).scale).toBe(6);
});

test('zooming all the way out puts the photo back in the middle', () => {
  const close = zoomAt(WHOLE, 4, { x: 300, y: -200 }, stage);

  expect(zoomAt(close, 0.01, { x: -100, y: 50 }, stage)).toEqual({ scale: 1, x: 0, y: 0 });
});

test('a photo that fits is not moved', () => {
  expect(pan(WHOLE, { x: 40, y: 40 }, stage)).toEqual(WHOLE);
});

test('no sequence of moves shows anything beyond the edge', () => {
  const step = tuple(factor, point, point);
  assert(
    property(array(step, { maxLength: 12 }), (steps) => {
      let view = WHOLE;
      for (const [by, at, move] of steps) view = pan(zoomAt(view, by, at, stage), move, stage);

      const reachX = Math.max(0, (stage.photo.width * view.scale - stage.stage.width) / 2);
      const reachY = Math.max(0, (stage.photo.height * view.scale - stage.stage.height) / 2);
      expect(Math.abs(view.x)).toBeLessThanOrEqual(reachX);
      expect(Math.abs(view.y)).toBeLessThanOrEqual(reachY);
    }),
  );
});

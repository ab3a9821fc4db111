import { expect, test } from 'vitest';
import { createRepeater } from './repeater.ts';

/** Work whose runs the test ends by hand. */
function setUp() {
  const runs: (() => void)[] = [];
  const repeater = createRepeater(() => new Promise((resolve) => runs.push(resolve)));
  const settle = () => new Promise(setImmediate);
  return { runs, repeater, settle };
}

test('what is asked for while the work runs is done once more, not once each', async () => {
  const { runs, repeater, settle } = setUp();
  for (let times = 0; times < 3; times += 1) repeater.request();
  const atFirst = runs.length;

  runs[0]?.();
  await settle();
  runs[1]?.();
  await settle();

  expect(atFirst).toBe(1);
  expect(runs).toHaveLength(2);
});

test('done is told after work that began when it was asked for, or later', async () => {
  const { runs, repeater, settle } = setUp();
  repeater.request();
  let isDone = false;
  const done = repeater.done().then(() => (isDone = true));

  runs[0]?.();
  await settle();
  const afterFirst = isDone;
  runs[1]?.();
  await done;

  expect(afterFirst).toBe(false);
  expect(isDone).toBe(true);
});

test('work that failed is done again when it is asked for', async () => {
  let runs = 0;
  const repeater = createRepeater(async () => {
    runs += 1;
    throw new TypeError('fetch failed');
  });

  await repeater.done();
  await repeater.done();

  expect(runs).toBe(2);
});

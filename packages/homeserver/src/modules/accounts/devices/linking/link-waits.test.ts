import { expect, test } from 'vitest';
import { createLinkWaits } from './link-waits.ts';

/** Longer than any test: what resolves was told, it did not run out. */
const LONG_MS = 10 * 60_000;

test('who waits is told of the attempt it waits for, also if that came first', async () => {
  const waits = createLinkWaits();
  const wait = waits.begin('link');

  waits.wake('link');
  waits.wake('another');
  await wait.until(LONG_MS);
  const second = wait.until(LONG_MS);
  waits.wake('link');
  await second;

  expect(wait.isOver).toBe(false);
});

test('four wait for one attempt; the oldest of five is answered', async () => {
  const waits = createLinkWaits();
  const four = [1, 2, 3, 4].map(() => waits.begin('link'));
  const oldest = four[0]?.until(LONG_MS);

  const fifth = waits.begin('link');
  const other = waits.begin('another');
  await oldest;

  expect(four.map(({ isOver }) => isOver)).toEqual([true, false, false, false]);
  expect([fifth.isOver, other.isOver]).toEqual([false, false]);
});

test('closing answers everybody, and whoever comes later', async () => {
  const waits = createLinkWaits();
  const wait = waits.begin('link');
  const waiting = wait.until(LONG_MS);

  waits.close();
  await waiting;
  const late = waits.begin('link');
  await late.until(LONG_MS);

  expect([wait.isOver, late.isOver]).toEqual([true, true]);
});

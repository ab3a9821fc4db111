import { expect, test } from 'vitest';
import { createWorkQueue } from './work-queue.ts';

/** Work that ends when the test says so. */
function openWork() {
  const ends: (() => void)[] = [];
  let running = 0;
  const work = async (): Promise<number> => {
    running += 1;
    await new Promise<void>((resolve) => {
      ends.push(resolve);
    });
    running -= 1;
    return ends.length;
  };
  return { work, ends, running: () => running };
}

/** Lets everything that can go on go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

test('few run at a time, few wait, and the next is turned away', async () => {
  const { work, ends, running } = openWork();
  const queue = createWorkQueue({ runningMax: 2, waitingMax: 1 });

  const accepted = [queue.run(work), queue.run(work), queue.run(work)];
  const turnedAway = queue.run(work);
  await settle();

  expect(running()).toBe(2);
  expect(turnedAway).toBeNull();
  ends[0]?.();
  await settle();
  expect(running()).toBe(2);
  for (const end of ends) end();
  const results = await Promise.all(accepted.map(async (result) => result));
  expect(results).not.toContain(null);
  expect(running()).toBe(0);
});

test('work that fails makes room like any other', async () => {
  const { work, ends, running } = openWork();
  const queue = createWorkQueue({ runningMax: 1, waitingMax: 1 });

  const failed = queue.run(() => Promise.reject(new Error('broken')));
  const next = queue.run(work);
  await expect(failed).rejects.toThrow('broken');
  await settle();

  expect(running()).toBe(1);
  ends[0]?.();
  await next;
  expect(queue.run(async () => 1)).not.toBeNull();
});

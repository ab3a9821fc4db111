import { afterEach, expect, test, vi } from 'vitest';
import { openTabs } from './support/tabs.ts';

afterEach(() => void vi.useRealTimers());

test('one tab at a time holds the lock, and the next in line gets it', async () => {
  const tabs = openTabs();
  const [first, second] = [tabs.open(), tabs.open()];

  expect(await first.tryAcquire()).toBe(true);
  expect(await first.tryAcquire()).toBe(true);
  expect(await second.tryAcquire()).toBe(false);
  const turn = second.acquire(new AbortController().signal);
  first.release();

  expect(await turn).toBe(true);
  expect(await first.tryAcquire()).toBe(false);
});

test('a tab may stop waiting', async () => {
  const tabs = openTabs();
  const [first, second] = [tabs.open(), tabs.open()];
  await first.tryAcquire();
  const waiting = new AbortController();

  const turn = second.acquire(waiting.signal);
  waiting.abort();

  expect(await turn).toBe(false);
});

test('a tab that takes over asks first, and is given the lock', async () => {
  const tabs = openTabs();
  const [first, second] = [tabs.open(), tabs.open()];
  await first.tryAcquire();
  const lost = vi.fn<() => void>();
  first.onLost(lost);
  first.onAsked(() => first.release());

  await second.takeOver();

  expect(await first.tryAcquire()).toBe(false);
  expect(lost).not.toHaveBeenCalled();
});

test('a frozen tab loses the lock by force, and learns of it', async () => {
  const tabs = openTabs();
  const [frozen, second] = [tabs.open(), tabs.open()];
  await frozen.tryAcquire();
  const lost = vi.fn<() => void>();
  frozen.onLost(lost);
  vi.useFakeTimers();

  const taking = second.takeOver();
  await vi.advanceTimersByTimeAsync(4_000);
  await taking;

  expect(lost).toHaveBeenCalledTimes(1);
  expect(await second.tryAcquire()).toBe(true);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSystemScheduler } from './scheduler.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('things run when it is time, unless they were taken back or everything was', () => {
  const ran: string[] = [];
  const scheduler = createSystemScheduler();

  scheduler.after(10, () => ran.push('first'));
  scheduler.after(10, () => ran.push('taken back'))();
  scheduler.after(20, () => ran.push('too late'));
  vi.advanceTimersByTime(9);
  const before = [...ran];
  vi.advanceTimersByTime(1);
  scheduler.close();
  vi.advanceTimersByTime(60_000);

  expect(before).toEqual([]);
  expect(ran).toEqual(['first']);
});

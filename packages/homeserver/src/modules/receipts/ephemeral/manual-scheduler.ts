import { createManualClock, type Clock } from '@sotto/kit';
import type { Scheduler } from './scheduler.ts';

/** Time as a test wants it: nothing happens until it is moved on. */
export interface ManualTime {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Moves on, and runs what is due on the way, each at its own moment. */
  advanceMs(durationMs: number): void;
  /** How many things wait to be run. */
  waiting(): number;
}

export function createManualTime(): ManualTime {
  const clock = createManualClock();
  const tasks = new Set<{ readonly atMs: number; readonly run: () => void }>();

  return {
    clock,
    scheduler: {
      after(delayMs, run) {
        const task = { atMs: clock.nowMs() + delayMs, run };
        tasks.add(task);
        return () => tasks.delete(task);
      },
      close: () => tasks.clear(),
    },
    advanceMs(durationMs) {
      const endMs = clock.nowMs() + durationMs;
      for (;;) {
        const [next] = [...tasks]
          .filter(({ atMs }) => atMs <= endMs)
          .sort((left, right) => left.atMs - right.atMs);
        if (!next) break;
        tasks.delete(next);
        clock.advanceMs(Math.max(0, next.atMs - clock.nowMs()));
        next.run();
      }
      clock.advanceMs(endMs - clock.nowMs());
    },
    waiting: () => tasks.size,
  };
}

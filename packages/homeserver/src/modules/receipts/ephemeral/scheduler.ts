/** Runs things later. Tests hand in one they can drive. */
export interface Scheduler {
  /** Gives a function that takes it back. */
  after(delayMs: number, run: () => void): () => void;
  /** Takes everything back. */
  close(): void;
}

export function createSystemScheduler(): Scheduler {
  const timers = new Set<NodeJS.Timeout>();
  return {
    after(delayMs, run) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, delayMs);
      // Nothing that is forgotten at the end keeps the process alive.
      timer.unref();
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** Runs few things at a time and lets few wait. */
export interface WorkQueue {
  /** Null, at once, if too many wait already. */
  run<Value>(work: () => Promise<Value>): Promise<Value> | null;
}

interface WorkQueueLimits {
  readonly runningMax: number;
  readonly waitingMax: number;
}

export function createWorkQueue({ runningMax, waitingMax }: WorkQueueLimits): WorkQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function takeTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (running >= runningMax) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The turn is handed on, so nobody who comes just now gets in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    run(work) {
      const isFull = running >= runningMax && waiting.length >= waitingMax;
      return isFull ? null : takeTurn(work);
    },
  };
}

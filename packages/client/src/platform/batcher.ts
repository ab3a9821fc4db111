/** Gathers many requests into one run. */
export interface Batcher {
  readonly request: () => void;
  readonly cancel: () => void;
}

export function createBatcher(schedule: (callback: () => void) => void, run: () => void): Batcher {
  let requested = false;
  return {
    request() {
      if (requested) return;
      requested = true;
      schedule(() => {
        if (!requested) return;
        requested = false;
        run();
      });
    },
    cancel() {
      requested = false;
    },
  };
}

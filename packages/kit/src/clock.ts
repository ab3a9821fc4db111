/** The only source of the current time. Tests hand in their own. Integer milliseconds since 1970. */
export interface Clock {
  nowMs(): number;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
};

/** A clock for tests: it stands still until moved. */
export function createManualClock(startMs = 1_700_000_000_000): Clock & {
  advanceMs(durationMs: number): void;
} {
  let currentMs = startMs;
  return {
    nowMs: () => currentMs,
    advanceMs(durationMs) {
      currentMs += durationMs;
    },
  };
}

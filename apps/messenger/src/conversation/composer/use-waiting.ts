import { useEffect, useState } from 'react';
import { useClock } from '../../app/index.ts';

/** Whether a moment is still to come; false once it has. */
export function useWaiting(untilMs: number | null): boolean {
  const clock = useClock();
  const [passedMs, setPassedMs] = useState<number | null>(null);
  const leftMs = untilMs === null ? 0 : untilMs - clock.nowMs();
  useEffect(() => {
    if (untilMs === null) return undefined;
    const timer = setTimeout(() => setPassedMs(untilMs), Math.max(0, untilMs - clock.nowMs()));
    return () => clearTimeout(timer);
  }, [clock, untilMs]);
  return untilMs !== null && passedMs !== untilMs && leftMs > 0;
}

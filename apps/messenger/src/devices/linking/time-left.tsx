import { useEffect, useState } from 'react';
import { useClock } from '../../app/index.ts';
import { leftText } from './left-text.ts';

/** How long something still works. Counts down in sight, and is not read aloud every second. */
export function TimeLeft({ endsAtMs }: { readonly endsAtMs: number }) {
  const clock = useClock();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock.nowMs()), 1_000);
    return () => clearInterval(timer);
  }, [clock]);
  return (
    <span className="tabular-nums" aria-live="off">
      {leftText(endsAtMs - nowMs)}
    </span>
  );
}

import { useEffect, useState } from 'react';
import { useClock } from '../../app/index.ts';
import { countdown } from '../../groups/settings/slow-mode-words.ts';

const TICK_MS = 500;

/** In slow mode, how long until the next message may be written. */
export function SlowModeLine({ againMs }: { readonly againMs: number }) {
  const clock = useClock();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock.nowMs()), TICK_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return (
    // A reader that spoke every second of it would say nothing else.
    <p role="timer" className="px-4 pt-2 text-center text-small text-quiet tabular-nums">
      Slow mode: you can write again in {countdown(againMs - nowMs)}
    </p>
  );
}

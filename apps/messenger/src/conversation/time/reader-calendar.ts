import { useEffect, useState } from 'react';
import { useClock } from '../../app/index.ts';
import { createCalendar, dateLocale, type Calendar } from './calendar.ts';

const REFRESH_MS = 30_000;

let calendar: Calendar | null = null;

/** The calendar of whoever sits at this machine. */
export function readerCalendar(): Calendar {
  calendar ??= createCalendar({
    locale: dateLocale(navigator.languages),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return calendar;
}

/** The time, fresh enough for words such as "5 min ago". */
export function useNowMs(): number {
  const clock = useClock();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => {
    const refresh = () => setNowMs(clock.nowMs());
    const timer = setInterval(refresh, REFRESH_MS);
    // A page in the background sleeps through its timers, and wakes up on another day.
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [clock]);
  return nowMs;
}

import type { LocalMoment } from './local-moment.ts';
import type { QuietHours } from './quiet-hours.ts';

/** Whether these hours are quiet at a moment of the week where they are kept. */
export function isQuietAt(hours: QuietHours, { day, minute }: LocalMoment): boolean {
  if (!hours.enabled) return false;
  const from = minuteOf(hours.from);
  const to = minuteOf(hours.to);
  if (from < to) return hours.days.includes(day) && minute >= from && minute < to;
  const dayBefore = day === 1 ? 7 : day - 1;
  return (
    (hours.days.includes(day) && minute >= from) || (hours.days.includes(dayBefore) && minute < to)
  );
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}

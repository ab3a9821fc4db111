import { isQuietAt, localMoment, type LocalMoment, type QuietHours } from '@sotto/protocol';

const MINUTE_MS = 60_000;

/** Tells whether hours are quiet now. Asks the calendar once a minute and time zone, not once a person. */
export function createQuietClock(): { isQuiet(hours: QuietHours, nowMs: number): boolean } {
  /** At most as many as there are time zones: what is none is refused before it is kept. */
  const moments = new Map<string, LocalMoment | null>();
  let minute = -1;

  return {
    isQuiet(hours, nowMs) {
      if (!hours.enabled) return false;
      const now = Math.floor(nowMs / MINUTE_MS);
      if (now !== minute) {
        moments.clear();
        minute = now;
      }
      let moment = moments.get(hours.time_zone);
      if (moment === undefined) {
        moment = localMoment(hours.time_zone, nowMs);
        moments.set(hours.time_zone, moment);
      }
      return moment !== null && isQuietAt(hours, moment);
    },
  };
}

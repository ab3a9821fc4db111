/** A place in somebody's week. */
export interface LocalMoment {
  /** 1 is Monday, 7 Sunday. */
  readonly day: number;
  /** Of the day, from 0. */
  readonly minute: number;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What clock and calendar say in a time zone; null for one that is not known here. */
export function localMoment(timeZone: string, nowMs: number): LocalMoment | null {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(nowMs);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    return {
      day: DAYS.indexOf(of('weekday')) + 1,
      minute: Number(of('hour')) * 60 + Number(of('minute')),
    };
  } catch {
    // NOTE: anybody can write anything for a time zone.
    return null;
  }
}

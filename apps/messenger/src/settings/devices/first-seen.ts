import type { DeviceSummary } from '@sotto/client';
import { isolated } from '../../people/names.ts';

/** A moment as short as it can be told: the time today, else the date with it. */
export function whenText(ms: number, nowMs: number, locale?: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone });
  const isToday = day.format(ms) === day.format(nowMs);
  const style = isToday ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(locale, { ...style, timeStyle: 'short', ...zone }).format(ms);
}

/** How a device came: `Since 22 Nov 2026, 10:32 · 192.0.2.7 · Chrome on Linux · linked by “Phone”`. */
export function originText(
  device: Pick<DeviceSummary, 'name' | 'client' | 'firstSeenMs' | 'firstSeenAddress' | 'linkedBy'>,
  linkedBy: Pick<DeviceSummary, 'name'> | null,
  nowMs: number,
): string {
  const { name, client, firstSeenMs, firstSeenAddress } = device;
  const by = linkedBy ? `linked by “${isolated(linkedBy.name)}”` : 'linked by another device';
  const parts = [
    firstSeenMs !== null && `Since ${whenText(firstSeenMs, nowMs)}`,
    firstSeenAddress,
    // Said once: most devices are still called what they are.
    client !== name && client,
    device.linkedBy !== null && by,
  ];
  return parts.filter(Boolean).join(' · ');
}

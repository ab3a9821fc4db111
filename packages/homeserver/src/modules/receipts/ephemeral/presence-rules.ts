import type { PresenceState } from '@sotto/protocol';

/** A device that is there, as it wants to be shown. */
export interface PresentDevice {
  readonly state: 'online' | 'unavailable';
  /** Until when it counts as there if nothing more is heard of it. */
  readonly untilMs: number;
}

/** What is known of a person. */
export interface Whereabouts {
  readonly devices: ReadonlyMap<string, PresentDevice>;
  readonly lastActiveMs: number | null;
  readonly statusMessage: string | null;
}

/** What others see, apart from how long ago it was. */
export interface Presence {
  readonly state: PresenceState;
  readonly isActive: boolean;
  readonly statusMessage: string | null;
}

/** The specification's example of when an idle person stops being online. */
const IDLE_AFTER_MS = 300_000;
/** How long somebody counts as active after doing something, so that others need not be told each time. */
const ACTIVE_FOR_MS = 60_000;

/** @see https://spec.matrix.org/v1.19/client-server-api/#presence */
export function presenceAt(person: Whereabouts, nowMs: number): Presence {
  const { lastActiveMs, statusMessage } = person;
  const present = [...person.devices.values()].filter(({ untilMs }) => untilMs > nowMs);
  if (present.length === 0) return { state: 'offline', isActive: false, statusMessage };

  const idleMs = lastActiveMs === null ? Infinity : nowMs - lastActiveMs;
  const isOnline = present.some(({ state }) => state === 'online') && idleMs < IDLE_AFTER_MS;
  return {
    state: isOnline ? 'online' : 'unavailable',
    isActive: isOnline && idleMs < ACTIVE_FOR_MS,
    statusMessage,
  };
}

export function isSamePresence(one: Presence, other: Presence): boolean {
  return (
    one.state === other.state &&
    one.isActive === other.isActive &&
    one.statusMessage === other.statusMessage
  );
}

import { BoundedMap, type Clock } from '@sotto/kit';
import type { DeviceId, PresenceState, UserId } from '@sotto/protocol';
import { isSamePresence, presenceAt, type Presence, type PresentDevice } from './presence-rules.ts';
import type { Scheduler } from './scheduler.ts';

export interface PresenceDeps {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Told when what others see of a person changed. */
  readonly onChanged: (userId: UserId) => void;
}

export interface OwnDevice {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
}

/** The content of an `m.presence` event. A type, because an interface does not count as JSON. */
export type PresenceContent = {
  readonly presence: PresenceState;
  readonly last_active_ago?: number;
  readonly status_msg?: string;
  readonly currently_active?: boolean;
};

/** Who is there. In memory only; a person nobody has heard of since the start is unknown. */
export interface PresenceBook {
  /** A device syncs and will be heard of again within `withinMs`. */
  touch(device: OwnDevice, state: PresenceState, withinMs: number): void;
  /** A device says what to show, in words of its own. */
  set(device: OwnDevice, state: PresenceState, statusMessage: string | null): void;
  /** A person did something. Means nothing for somebody who wants to be shown as offline. */
  active(userId: UserId): void;
  /** What others see, or null for somebody unknown. */
  presenceOf(userId: UserId): PresenceContent | null;
}

/** How long a device may need between two syncs. */
const BETWEEN_SYNCS_MS = 20_000;
/** How long a device counts as there after saying so without syncing. */
const SAID_SO_MS = 60_000;
/** Others are told of a person at most this often; the last state always gets through. */
const TOLD_EVERY_MS = 5_000;
const PEOPLE_MAX = 100_000;
const DEVICES_PER_PERSON_MAX = 50;

interface Person {
  readonly devices: Map<DeviceId, PresentDevice>;
  lastActiveMs: number | null;
  statusMessage: string | null;
  told: Presence;
  toldMs: number;
}

export function createPresence({ clock, scheduler, onChanged }: PresenceDeps): PresenceBook {
  const people = new BoundedMap<UserId, Person>(PEOPLE_MAX);
  /** Those whose presence may change by itself as time passes. */
  const restless = new Set<UserId>();
  let isSweeping = false;

  function personOf(userId: UserId): Person {
    const known = people.get(userId);
    if (known) return known;
    const told: Presence = { state: 'offline', isActive: false, statusMessage: null };
    const person: Person = {
      devices: new Map(),
      lastActiveMs: null,
      statusMessage: null,
      told,
      toldMs: -Infinity,
    };
    people.set(userId, person);
    return person;
  }

  /** Tells others if there is news and they were not told a moment ago; else the sweep will. */
  function review(userId: UserId, person: Person): void {
    const nowMs = clock.nowMs();
    const current = presenceAt(person, nowMs);
    if (!isSamePresence(current, person.told) && nowMs - person.toldMs >= TOLD_EVERY_MS) {
      person.told = current;
      person.toldMs = nowMs;
      onChanged(userId);
    }
    const isSettled = current.state === 'offline' && isSamePresence(current, person.told);
    if (isSettled) restless.delete(userId);
    else restless.add(userId);
    if (restless.size > 0 && !isSweeping) {
      isSweeping = true;
      scheduler.after(TOLD_EVERY_MS, sweep);
    }
  }

  function sweep(): void {
    isSweeping = false;
    const nowMs = clock.nowMs();
    // A snapshot: reviewing takes people out and puts them back in.
    for (const userId of Array.from(restless)) {
      const person = people.get(userId);
      if (!person) {
        restless.delete(userId);
        continue;
      }
      for (const [deviceId, { untilMs }] of person.devices) {
        if (untilMs <= nowMs) person.devices.delete(deviceId);
      }
      review(userId, person);
    }
  }

  /** Where a device is; one that comes, or stops being idle, is a person doing something. */
  function place(person: Person, deviceId: DeviceId, state: PresenceState, untilMs: number): void {
    const before = person.devices.get(deviceId);
    if (state === 'offline') {
      person.devices.delete(deviceId);
      return;
    }
    const nowMs = clock.nowMs();
    const wasOnline = before?.state === 'online' && before.untilMs > nowMs;
    if (state === 'online' && !wasOnline) person.lastActiveMs = nowMs;
    if (!before && person.devices.size >= DEVICES_PER_PERSON_MAX) return;
    person.devices.set(deviceId, { state, untilMs: Math.max(untilMs, before?.untilMs ?? 0) });
  }

  return {
    touch({ userId, deviceId }, state, withinMs) {
      if (state === 'offline' && !people.get(userId)) return;
      const person = personOf(userId);
      place(person, deviceId, state, clock.nowMs() + withinMs + BETWEEN_SYNCS_MS);
      review(userId, person);
    },

    set({ userId, deviceId }, state, statusMessage) {
      const person = personOf(userId);
      person.statusMessage = statusMessage;
      place(person, deviceId, state, clock.nowMs() + SAID_SO_MS);
      if (state === 'online') person.lastActiveMs = clock.nowMs();
      review(userId, person);
    },

    active(userId) {
      const person = people.get(userId);
      if (!person || presenceAt(person, clock.nowMs()).state === 'offline') return;
      person.lastActiveMs = clock.nowMs();
      review(userId, person);
    },

    presenceOf(userId) {
      const person = people.get(userId);
      if (!person) return null;
      const nowMs = clock.nowMs();
      const { state, isActive, statusMessage } = presenceAt(person, nowMs);
      const { lastActiveMs } = person;
      return {
        presence: state,
        ...(lastActiveMs !== null && { last_active_ago: nowMs - lastActiveMs }),
        ...(statusMessage !== null && { status_msg: statusMessage }),
        ...(state === 'online' && { currently_active: isActive }),
      };
    },
  };
}

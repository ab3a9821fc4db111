import { BoundedMap, type Clock } from '@sotto/kit';
import type { DeviceId, RoomId, UserId } from '@sotto/protocol';

/** What changed for one device, by reference: whoever reads this looks up how it stands now. */
export interface EphemeralChanges {
  readonly typingRooms: readonly RoomId[];
  readonly presenceUsers: readonly UserId[];
  /** Nothing is known of what this device was told before. */
  readonly isFresh: boolean;
}

/** Collects, for every live device, what it has not been told of typing and presence. */
export interface EphemeralFeed {
  markTyping(roomId: RoomId, userIds: readonly UserId[]): void;
  /** `userId` is whose presence changed, `watchers` who may see it. */
  markPresence(userId: UserId, watchers: readonly UserId[]): void;
  /**
   * Hands out what changed and forgets it. A device that comes back later with the same token seems
   * to have lost the response: it gets the same again, once.
   */
  drain(userId: UserId, deviceId: DeviceId, since: number | null): EphemeralChanges;
}

const USERS_MAX = 20_000;
const DEVICES_PER_USER_MAX = 50;
/** A device that missed more than this is treated as one that knows nothing. */
const MARKS_MAX = 1_000;

/**
 * A response without news of the inbox leaves the token as it is, so the token alone does not tell a
 * lost response from one that arrived. Who got it asks on at once; who lost it waits for a
 * connection first.
 */
const ASKS_ON_WITHIN_MS = 1_000;

class Marks {
  readonly rooms = new Set<RoomId>();
  readonly users = new Set<UserId>();
}

/** What most devices are told most of the time. */
const NOTHING: EphemeralChanges = { typingRooms: [], presenceUsers: [], isFresh: false };

interface HandedOut {
  readonly marks: Marks;
  readonly since: number | null;
  readonly atMs: number;
}

interface LiveDevice {
  /** Null once there was too much. */
  marks: Marks | null;
  handedOut: HandedOut | null;
}

export function createEphemeralFeed(clock: Clock): EphemeralFeed {
  const devicesByUser = new BoundedMap<UserId, Map<DeviceId, LiveDevice>>(USERS_MAX);

  function mark(userIds: readonly UserId[], add: (marks: Marks) => void): void {
    for (const userId of userIds) {
      for (const device of devicesByUser.get(userId)?.values() ?? []) {
        if (!device.marks) continue;
        add(device.marks);
        if (device.marks.rooms.size + device.marks.users.size > MARKS_MAX) device.marks = null;
      }
    }
  }

  /** Puts it last in order: the device that has not asked for longest is the first to be forgotten. */
  function deviceOf(userId: UserId, deviceId: DeviceId): LiveDevice {
    const devices = devicesByUser.get(userId) ?? new Map<DeviceId, LiveDevice>();
    if (devices.size === 0) devicesByUser.set(userId, devices);
    const known = devices.get(deviceId);
    if (known && devices.size === 1) return known;
    const device = known ?? { marks: null, handedOut: null };
    devices.delete(deviceId);
    devices.set(deviceId, device);
    dropOldest(devices);
    return device;
  }

  return {
    markTyping: (roomId, userIds) => mark(userIds, (marks) => marks.rooms.add(roomId)),
    markPresence: (userId, watchers) => mark(watchers, (marks) => marks.users.add(userId)),

    drain(userId, deviceId, since) {
      const device = deviceOf(userId, deviceId);
      const { marks, handedOut } = device;
      if (marks && isEmpty(marks) && !handedOut) return NOTHING;
      const lost = findLost(handedOut, since, clock.nowMs());
      device.handedOut = marks && !isEmpty(marks) ? { marks, since, atMs: clock.nowMs() } : null;
      device.marks = new Marks();
      return {
        typingRooms: [...new Set([...(lost?.rooms ?? []), ...(marks?.rooms ?? [])])],
        presenceUsers: [...new Set([...(lost?.users ?? []), ...(marks?.users ?? [])])],
        isFresh: marks === null,
      };
    },
  };
}

function findLost(handedOut: HandedOut | null, since: number | null, nowMs: number): Marks | null {
  if (!handedOut || handedOut.since !== since) return null;
  return nowMs - handedOut.atMs >= ASKS_ON_WITHIN_MS ? handedOut.marks : null;
}

function isEmpty({ rooms, users }: Marks): boolean {
  return rooms.size === 0 && users.size === 0;
}

function dropOldest(devices: Map<DeviceId, LiveDevice>): void {
  if (devices.size <= DEVICES_PER_USER_MAX) return;
  const [oldest] = devices.keys();
  if (oldest !== undefined) devices.delete(oldest);
}

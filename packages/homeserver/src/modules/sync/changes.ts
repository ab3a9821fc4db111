import type { UserId } from '@sotto/protocol';
import type { LoggedEntry, RoomKey } from '../inbox/index.ts';

/** What a stretch of an inbox speaks of, sorted by what it concerns. */
export interface Changes {
  /** The newest sequence number taken into account. */
  readonly upTo: number;
  readonly rooms: ReadonlyMap<RoomKey, RoomChanges>;
  readonly globalTypes: ReadonlySet<string>;
  readonly devicesChanged: ReadonlySet<UserId>;
  readonly hasToDevice: boolean;
}

export interface RoomChanges {
  /** Positions of new events, ascending. */
  readonly positions: number[];
  readonly readers: Set<UserId>;
  readonly accountTypes: Set<string>;
}

/** A response carries no more messages for a device than this; the next one continues. */
export const TO_DEVICE_PER_RESPONSE_MAX = 100;

/**
 * Sorts entries for one device. Stops at the hundredth message for the device: the token must not move
 * past one that was not sent.
 */
export function collectChanges(
  entries: readonly LoggedEntry[],
  deviceId: string,
  end: number,
): Changes {
  const rooms = new Map<RoomKey, RoomChanges>();
  const globalTypes = new Set<string>();
  const devicesChanged = new Set<UserId>();
  let toDevice = 0;
  let upTo = end;

  const at = (roomKey: RoomKey): RoomChanges => {
    const known = rooms.get(roomKey);
    if (known) return known;
    const fresh = { positions: [], readers: new Set<UserId>(), accountTypes: new Set<string>() };
    rooms.set(roomKey, fresh);
    return fresh;
  };

  for (const entry of entries) {
    switch (entry.kind) {
      case 'event':
        at(entry.roomKey).positions.push(entry.position);
        break;
      case 'receipt':
        at(entry.roomKey).readers.add(entry.subject);
        break;
      case 'account_data':
        if (entry.roomKey === null) globalTypes.add(entry.subject);
        else at(entry.roomKey).accountTypes.add(entry.subject);
        break;
      case 'device_changed':
        devicesChanged.add(entry.subject);
        break;
      case 'to_device':
        if (entry.subject === deviceId) toDevice += 1;
        break;
    }
    if (toDevice === TO_DEVICE_PER_RESPONSE_MAX) {
      upTo = entry.seq;
      break;
    }
  }
  return { upTo, rooms, globalTypes, devicesChanged, hasToDevice: toDevice > 0 };
}

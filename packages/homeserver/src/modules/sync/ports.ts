import type { Awaitable } from '@sotto/kit';
import type { DeviceId, JsonObject, RoomId, SyncFilter, UserId } from '@sotto/protocol';
import type { Db } from '../../storage/index.ts';
import type { RoomKey } from '../inbox/index.ts';

/** What a sync reads of end-to-end encryption keys. */
export interface KeysPort {
  listToDevice(
    db: Db,
    to: { readonly userId: UserId; readonly deviceId: string },
    range: { readonly after: number; readonly upTo: number; readonly limit: number },
  ): Promise<readonly { readonly seq: number; readonly event: JsonObject }[]>;
  /** The device has everything up to `seq`. */
  acknowledgeToDevice(userId: UserId, deviceId: string, seq: number): Awaitable<void>;
  countOneTimeKeys(
    userId: UserId,
    deviceId: string,
  ): Awaitable<{
    readonly counts: Readonly<Record<string, number>>;
    readonly unusedFallback: readonly string[];
  }>;
}

export interface TypedContent {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What a sync reads of a person's own settings. */
export interface SettingsPort {
  /** All, or only these types. Push rules count as one of them. */
  listGlobal(
    db: Db,
    userId: UserId,
    types: readonly string[] | null,
  ): Promise<readonly TypedContent[]>;
  listRoom(
    db: Db,
    userId: UserId,
    room: { readonly roomId: RoomId; readonly types: readonly string[] | null },
  ): Promise<readonly TypedContent[]>;
  /** The filter with this id, or the one given as JSON; a refusal if it is neither. */
  resolveFilter(userId: UserId, given: string): Awaitable<SyncFilter>;
}

/** What a sync reads of requests: an invitation its receiver is not shown. */
export interface RequestsPort {
  /** `deleted`: it was shown once. Null: it is shown. */
  findUnshown(db: Db, userId: UserId, roomId: RoomId): Promise<'never' | 'deleted' | null>;
}

/** What a sync reads of receipts. */
export interface ReceiptsPort {
  /** The content of an `m.receipt` event for these readers (null: all), or null if there is none. */
  listReceipts(
    db: Db,
    room: { readonly roomKey: RoomKey; readonly roomId: RoomId },
    to: { readonly viewer: UserId; readonly readers: readonly UserId[] | null },
  ): Promise<JsonObject | null>;
  /** Up to which position of the room the person has read; 0 for nothing. */
  readPosition(db: Db, userId: UserId, roomKey: RoomKey): Promise<number>;
}

/** What is never stored: typing and presence. */
export interface EphemeralPort {
  /** What changed for this device since it last asked. Asking again with the same `since` repeats it. */
  drain(userId: UserId, deviceId: string, since: number | null): EphemeralChanges;
  /** As far as the viewer may know. */
  typingIn(viewer: UserId, roomId: RoomId): readonly UserId[];
  /** The content of an `m.presence` event, or null if nothing is known. */
  presenceOf(viewer: UserId, userId: UserId): JsonObject | null;
  /** This device is here, and will be for at least `holdMs`. */
  touch(
    device: { readonly userId: UserId; readonly deviceId: DeviceId },
    state: 'online' | 'unavailable' | 'offline',
    holdMs: number,
  ): void;
}

export interface EphemeralChanges {
  readonly typingRooms: readonly RoomId[];
  readonly presenceUsers: readonly UserId[];
  /** Nothing is known of what this device was told before, so it is told of everybody. */
  readonly isFresh: boolean;
}

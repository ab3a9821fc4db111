import type {
  ClientEventWithoutRoomId,
  JsonObject,
  RoomId,
  StrippedStateEvent,
} from '@sotto/protocol';
import type { TypedContent } from './ports.ts';

interface Events<Event> {
  readonly events: readonly Event[];
}

export interface JoinedRoom {
  readonly summary?: JsonObject;
  readonly timeline: TimelinePart;
  /** Under `state`, `state_after` or its unstable name. */
  readonly [stateName: string]: unknown;
  readonly ephemeral?: Events<JsonObject>;
  readonly account_data?: Events<TypedContent>;
  readonly unread_notifications?: { notification_count: number; highlight_count: number };
}

export interface TimelinePart {
  readonly events: readonly ClientEventWithoutRoomId[];
  readonly limited: boolean;
  readonly prev_batch: string;
}

export interface LeftRoom {
  readonly timeline: TimelinePart;
  readonly [stateName: string]: unknown;
  readonly account_data?: Events<TypedContent>;
}

export interface RoomSections {
  readonly join: Record<RoomId, JoinedRoom>;
  readonly invite: Record<RoomId, { invite_state: Events<StrippedStateEvent> }>;
  readonly knock: Record<RoomId, { knock_state: Events<StrippedStateEvent> }>;
  readonly leave: Record<RoomId, LeftRoom>;
}

/** @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3sync */
export interface SyncResponse {
  readonly next_batch: string;
  readonly rooms?: Partial<RoomSections>;
  readonly presence?: Events<JsonObject>;
  readonly account_data?: Events<TypedContent>;
  readonly to_device?: Events<JsonObject>;
  readonly device_lists?: { readonly changed: readonly string[]; readonly left: readonly string[] };
  readonly device_one_time_keys_count: Readonly<Record<string, number>>;
  readonly device_unused_fallback_key_types: readonly string[];
  /** The unstable name, which clients still read. */
  readonly 'org.matrix.msc2732.device_unused_fallback_key_types': readonly string[];
}

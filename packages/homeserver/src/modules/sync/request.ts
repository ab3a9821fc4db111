import type { DeviceId, SyncFilter, UserId } from '@sotto/protocol';

export interface SyncRequest {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  /** Null for a first sync. */
  readonly since: number | null;
  readonly filter: SyncFilter;
  readonly fullState: boolean;
  /** Under which name, if any, the client wants the state after the timeline instead of before it. */
  readonly stateAfter: 'state_after' | 'org.matrix.msc4222.state_after' | null;
}

/** The specification leaves the default to the server. */
const TIMELINE_LIMIT_DEFAULT = 20;
const TIMELINE_LIMIT_MAX = 200;

export function timelineLimitOf(filter: SyncFilter): number {
  const asked = filter.room?.timeline?.limit ?? TIMELINE_LIMIT_DEFAULT;
  return Math.max(0, Math.min(asked, TIMELINE_LIMIT_MAX));
}

export function wantsRoom(filter: SyncFilter, roomId: string): boolean {
  if (filter.room?.not_rooms?.includes(roomId)) return false;
  return filter.room?.rooms?.includes(roomId) ?? true;
}

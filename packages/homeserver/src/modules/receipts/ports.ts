import type { RoomId, UserId, VisibleThing } from '@sotto/protocol';

/** Whether one person may see this of another: in a room, or (null) where it belongs to none. */
export type MayKnow = (
  thing: VisibleThing,
  sight: { readonly viewer: UserId; readonly subject: UserId; readonly roomId: RoomId | null },
) => boolean;

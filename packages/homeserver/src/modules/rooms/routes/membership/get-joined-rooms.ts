import { getJoinedRooms } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function getJoinedRoomsRoute(rooms: RoomService) {
  return route(getJoinedRooms, async ({ caller }) => ({
    joined_rooms: await rooms.listJoined(caller.userId),
  }));
}

import { getOneRoomEvent } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function getOneRoomEventRoute(rooms: RoomService) {
  return route(getOneRoomEvent, async ({ params, caller }) => ({
    ...(await rooms.getEvent(caller, params)),
  }));
}

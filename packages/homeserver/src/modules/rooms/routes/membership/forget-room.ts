import { forgetRoom } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function forgetRoomRoute(rooms: RoomService) {
  return route(forgetRoom, async ({ params, caller }) => {
    await rooms.forget(caller.userId, params.roomId);
    return {};
  });
}

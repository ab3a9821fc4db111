import { leaveRoom } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function leaveRoomRoute(rooms: RoomService) {
  return route(leaveRoom, async ({ params, body, caller }) => {
    const { reason = null, 'app.sotto.silent': isSilent = false } = body;
    await rooms.leave({ by: caller.userId, roomId: params.roomId, reason, isSilent });
    return {};
  });
}

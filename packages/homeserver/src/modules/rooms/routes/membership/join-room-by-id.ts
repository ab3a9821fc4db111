import { joinRoomById } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function joinRoomByIdRoute(rooms: RoomService) {
  return route(joinRoomById, async ({ params, body, caller }) => {
    const { roomId } = params;
    await rooms.join({ by: caller.userId, roomId, reason: body.reason ?? null });
    return { room_id: roomId };
  });
}

import { isRoomId, joinRoom } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';
import { refuse } from '../../errors.ts';

export function joinRoomRoute(rooms: RoomService) {
  return route(joinRoom, async ({ params, body, caller }) => {
    const roomId = params.roomIdOrAlias;
    if (!isRoomId(roomId)) throw refuse('alias_not_found', 'No conversation has this address.');
    await rooms.join({ by: caller.userId, roomId, reason: body.reason ?? null });
    return { room_id: roomId };
  });
}

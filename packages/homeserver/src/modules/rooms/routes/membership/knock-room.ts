import { isRoomId, knockRoom } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';
import { refuse } from '../../errors.ts';

export function knockRoomRoute(rooms: RoomService) {
  return route(knockRoom, async ({ params, body, caller }) => {
    const roomId = params.roomIdOrAlias;
    if (!isRoomId(roomId)) throw refuse('alias_not_found', 'No conversation has this address.');
    await rooms.knock({ by: caller.userId, roomId, reason: body.reason ?? null });
    return { room_id: roomId };
  });
}

import { kick } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function kickRoute(rooms: RoomService) {
  return route(kick, async ({ params, body, caller }) => {
    const { user_id: target, reason = null } = body;
    await rooms.kick({ by: caller.userId, roomId: params.roomId, target, reason });
    return {};
  });
}

import { unban } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function unbanRoute(rooms: RoomService) {
  return route(unban, async ({ params, body, caller }) => {
    const { user_id: target, reason = null } = body;
    await rooms.unban({ by: caller.userId, roomId: params.roomId, target, reason });
    return {};
  });
}

import { ban } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function banRoute(rooms: RoomService) {
  return route(ban, async ({ params, body, caller }) => {
    const { user_id: target, reason = null } = body;
    await rooms.ban({ by: caller.userId, roomId: params.roomId, target, reason });
    return {};
  });
}

import { inviteUser } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function inviteUserRoute(rooms: RoomService) {
  return route(inviteUser, async ({ params, body, caller }) => {
    const { user_id: target, reason = null } = body;
    await rooms.invite({ by: caller.userId, roomId: params.roomId, target, reason });
    return {};
  });
}

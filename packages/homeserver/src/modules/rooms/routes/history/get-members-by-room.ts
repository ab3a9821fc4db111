import { getMembersByRoom } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function getMembersByRoomRoute(rooms: RoomService) {
  return route(getMembersByRoom, async ({ params, query, caller }) => ({
    chunk: await rooms.listMembers({
      viewer: caller,
      roomId: params.roomId,
      at: query.at ?? null,
      membership: query.membership ?? null,
      notMembership: query.not_membership ?? null,
    }),
  }));
}

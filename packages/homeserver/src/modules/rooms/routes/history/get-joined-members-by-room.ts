import { getJoinedMembersByRoom } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function getJoinedMembersByRoomRoute(rooms: RoomService) {
  return route(getJoinedMembersByRoom, async ({ params, caller }) => {
    const members = await rooms.listMembers({
      viewer: caller,
      roomId: params.roomId,
      at: null,
      membership: 'join',
      notMembership: null,
    });
    const joined = members.map(({ state_key: userId = '', content }) => [
      userId,
      { display_name: content['displayname'] ?? null, avatar_url: content['avatar_url'] ?? null },
    ]);
    return { joined: Object.fromEntries(joined) };
  });
}

import { getRoomSummary, isRoomId } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import { refuse } from '../errors.ts';
import type { Communities } from '../service.ts';

export function getRoomSummaryRoute(communities: Communities) {
  return route(getRoomSummary, async ({ params, caller }) => {
    const roomId = params.roomIdOrAlias;
    if (!isRoomId(roomId)) throw refuse('summary_not_found', 'There is no such conversation.');
    return communities.getSummary(caller.userId, roomId);
  });
}

import { getRoomStateWithKey } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function getRoomStateWithKeyRoute(rooms: RoomService) {
  return route(getRoomStateWithKey, async ({ params, query, caller }) => {
    const at = { roomId: params.roomId, type: params.eventType, stateKey: params.stateKey ?? '' };
    const event = await rooms.getState(caller, at);
    return { ...(query.format === 'event' ? event : event.content) };
  });
}

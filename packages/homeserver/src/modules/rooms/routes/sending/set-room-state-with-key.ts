import { setRoomStateWithKey } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';
import { asJson } from '../as-json.ts';

export function setRoomStateWithKeyRoute(rooms: RoomService) {
  return route(setRoomStateWithKey, async ({ params, body, caller }) => {
    const eventId = await rooms.setState({
      by: caller.userId,
      roomId: params.roomId,
      type: params.eventType,
      stateKey: params.stateKey ?? '',
      content: asJson(body),
    });
    return { event_id: eventId };
  });
}

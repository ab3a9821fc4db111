import { getRoomState } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function getRoomStateRoute(rooms: RoomService) {
  return route(getRoomState, ({ params, caller }) => rooms.listState(caller, params.roomId));
}

import { getEventContext } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';
import { parseFilter } from '../parse-filter.ts';

/** The specification's. */
const LIMIT_DEFAULT = 10;

export function getEventContextRoute(rooms: RoomService) {
  return route(getEventContext, ({ params, query, caller }) => {
    return rooms.getContext({
      viewer: caller,
      roomId: params.roomId,
      eventId: params.eventId,
      limit: query.limit ?? LIMIT_DEFAULT,
      filter: parseFilter(query.filter),
    });
  });
}

import { getRoomEvents } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';
import { parseFilter } from '../parse-filter.ts';

/** The specification's. */
const LIMIT_DEFAULT = 10;

export function getRoomEventsRoute(rooms: RoomService) {
  return route(getRoomEvents, ({ params, query, caller }) => {
    return rooms.listMessages({
      viewer: caller,
      roomId: params.roomId,
      from: query.from ?? null,
      to: query.to ?? null,
      towards: query.dir === 'b' ? 'older' : 'newer',
      limit: query.limit ?? LIMIT_DEFAULT,
      filter: parseFilter(query.filter),
    });
  });
}

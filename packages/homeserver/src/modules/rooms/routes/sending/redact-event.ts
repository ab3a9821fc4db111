import { redactEventOperation } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';

export function redactEventRoute(rooms: RoomService) {
  return route(redactEventOperation, async ({ params, body, caller }) => {
    const eventId = await rooms.redact({
      by: caller,
      roomId: params.roomId,
      txnId: params.txnId,
      eventId: params.eventId,
      reason: body.reason ?? null,
    });
    return { event_id: eventId };
  });
}

import { sendMessage } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';
import { asJson } from '../as-json.ts';

export function sendMessageRoute(rooms: RoomService) {
  return route(sendMessage, async ({ params, body, caller }) => {
    const eventId = await rooms.send({
      by: caller,
      roomId: params.roomId,
      txnId: params.txnId,
      type: params.eventType,
      content: asJson(body),
    });
    return { event_id: eventId };
  });
}

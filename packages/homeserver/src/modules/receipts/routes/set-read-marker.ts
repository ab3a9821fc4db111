import { setReadMarker } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { ReceiptService } from '../markers/receipt-service.ts';

export function setReadMarkerRoute(receipts: ReceiptService) {
  return route(setReadMarker, async ({ params, body, caller }) => {
    const marks = (['m.fully_read', 'm.read', 'm.read.private'] as const).flatMap((type) => {
      const eventId = body[type];
      return eventId === undefined ? [] : [{ type, eventId, threadId: null }];
    });
    await receipts.mark(caller.userId, params.roomId, marks);
    return {};
  });
}

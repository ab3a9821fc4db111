import { postReceipt } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { ReceiptService } from '../markers/receipt-service.ts';
import { parseThreadId } from '../markers/thread-rules.ts';

export function postReceiptRoute(receipts: ReceiptService) {
  return route(postReceipt, async ({ params, body, caller }) => {
    const { roomId, receiptType: type, eventId } = params;
    const threadId = parseThreadId(body.thread_id);
    await receipts.mark(caller.userId, roomId, [{ type, eventId, threadId }]);
    return {};
  });
}

import { callMatrix } from '../http/matrix-call.ts';
import type { Conversation } from '../load/conversation.ts';
import { toDeliveries, type Delivery, type TimelineEvent } from '../load/message.ts';

const PAGE_EVENTS = 100;

interface Page {
  readonly chunk: readonly TimelineEvent[];
  readonly end?: string;
}

/** Every message of a conversation, oldest first, as the reader finds it in the room's history. */
export async function readHistory({ roomId, receiver }: Conversation): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  const room = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}`;
  let from = '';
  for (;;) {
    const { chunk, end }: Page = await callMatrix<Page>(receiver.connection, {
      method: 'GET',
      path: `${room}/messages?dir=f&limit=${PAGE_EVENTS}${from}`,
      accessToken: receiver.accessToken,
    });
    deliveries.push(...toDeliveries(roomId, chunk));
    if (end === undefined) return deliveries;
    from = `&from=${encodeURIComponent(end)}`;
  }
}

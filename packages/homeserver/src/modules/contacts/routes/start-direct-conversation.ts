import { startDirectConversation } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { ContactService } from '../service.ts';

export function startDirectConversationRoute(contacts: ContactService) {
  return route(startDirectConversation, async ({ body, caller }) => {
    const { roomId, created } = await contacts.startConversation(caller.userId, body.user_ids);
    return { room_id: roomId, created };
  });
}

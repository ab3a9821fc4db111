import { startDirectConversation } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { DirectConversations } from '../direct/direct-conversations.ts';

export function startDirectConversationRoute(direct: DirectConversations) {
  return route(startDirectConversation, async ({ body, caller }) => {
    const { user_ids: others, contact_link: contactLink = null } = body;
    const { roomId, created } = await direct.startConversation(caller.userId, others, contactLink);
    return { room_id: roomId, created };
  });
}

import type { RoomId } from '@sotto/protocol';
import { useParams } from '@tanstack/react-router';
import { ConversationPane } from '../../conversation/index.ts';

/** `/c/$conversationId`: a conversation has its own state, so each gets its own pane. */
export function ConversationRoute() {
  const { conversationId } = useParams({ from: '/account/conversations/c/$conversationId' });
  // SAFETY: the client answers null for an id it does not know, whatever the address says.
  const id = conversationId as RoomId;
  return <ConversationPane key={id} id={id} />;
}

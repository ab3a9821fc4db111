import type { ConversationSummary, GroupKind } from '@sotto/client';
import { useNavigate } from '@tanstack/react-router';

/** Opens what somebody has just come into. Going back from there leads to the list, not out of the page. */
export function useOpenPlace(): (
  kind: GroupKind | 'direct',
  id: ConversationSummary['id'],
) => Promise<void> {
  const navigate = useNavigate();
  return async (kind, id) => {
    await navigate({ to: '/', replace: true });
    await (kind === 'community'
      ? navigate({ to: '/s/$communityId', params: { communityId: id } })
      : navigate({ to: '/c/$conversationId', params: { conversationId: id } }));
  };
}

import { Outlet, useChildMatches } from '@tanstack/react-router';
import { ConversationListPane } from '../../conversations/index.ts';
import { Columns } from '../frame/columns.tsx';

/** `/` and `/c/…`: one list for all conversations, which stays while they change. */
export function ConversationsLayout() {
  const open = useChildMatches({
    select: (matches) => matches[0]?.routeId === '/account/conversations/c/$conversationId',
  });
  return (
    <Columns side={<ConversationListPane />} showing={open ? 'detail' : 'side'}>
      <Outlet />
    </Columns>
  );
}

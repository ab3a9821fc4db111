import { Outlet, useChildMatches } from '@tanstack/react-router';
import { ConversationListPane } from '../../conversations/index.ts';
import { Columns } from '../frame/columns.tsx';

/** `/` and all that opens beside the list of conversations, which stays while that changes. */
export function ConversationsLayout() {
  const open = useChildMatches({
    select: (matches) => matches[0]?.routeId !== '/account/conversations/',
  });
  return (
    <Columns side={<ConversationListPane />} showing={open ? 'detail' : 'side'}>
      <Outlet />
    </Columns>
  );
}

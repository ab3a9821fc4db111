import { useObservable } from '@sotto/ui';
import { Navigate, Outlet, useChildMatches } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useCommunityInView } from '../../communities/community-in-view.ts';
import { ConversationListPane } from '../../conversations/index.ts';
import { useAccount } from '../client-context.tsx';
import { Columns } from '../frame/columns.tsx';

const CommunityPane = lazy(async () => ({
  default: (await import('../../communities/view/community-pane.tsx')).CommunityPane,
}));
const CommunitySwitcher = lazy(async () => ({
  default: (await import('../../communities/rail/community-switcher.tsx')).CommunitySwitcher,
}));

/** What a phone shows the list of. */
const LISTS: ReadonlySet<string | undefined> = new Set([
  '/account/conversations/',
  '/account/conversations/s/$communityId',
]);

/** `/` and all that opens beside the list of conversations or a community's, which stays while that changes. */
export function ConversationsLayout() {
  const { communities } = useAccount();
  const open = useChildMatches({ select: (matches) => !LISTS.has(matches[0]?.routeId) });
  const hasCommunities = useObservable(communities.all).length > 0;
  const { id, isItself } = useCommunityInView();
  if (id !== null && isItself) {
    return <Navigate to="/s/$communityId" params={{ communityId: id }} replace />;
  }
  return (
    <Columns
      side={
        <div className="flex h-full flex-col">
          <div className="min-h-0 flex-1">
            {id === null ? (
              <ConversationListPane />
            ) : (
              <Suspense>
                <CommunityPane key={id} id={id} />
              </Suspense>
            )}
          </div>
          {hasCommunities && (
            <Suspense>
              <CommunitySwitcher />
            </Suspense>
          )}
        </div>
      }
      showing={open ? 'detail' : 'side'}
    >
      <Outlet />
    </Columns>
  );
}

import type { CommunitySummary, Person } from '@sotto/client';
import { Button, EmptyState, FailedState, SearchField, Skeleton, useObservable } from '@sotto/ui';
import { useParams } from '@tanstack/react-router';
import { SearchX, UserRoundPlus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Pane, PaneHeader, useAccount } from '../../app/index.ts';
import { MemberDialog } from '../../groups/members/member-dialog.tsx';
import { peopleCount } from '../community-words.ts';
import { useCommunity } from '../use-community.ts';
import { useCommunityGroup } from '../use-community-group.ts';
import { BackToCommunity } from '../view/back-to-community.tsx';
import { CommunityNotHere } from '../view/community-not-here.tsx';
import { CommunityTask } from '../view/lazy-community-task.ts';
import { ComingIn } from './coming-in.tsx';
import { MemberRow } from './member-row.tsx';
import { standingOf } from './standing.ts';
import { useMembers } from './use-members.ts';

/** `/s/$communityId/people`: who is in a community. */
export function DirectoryPane() {
  const { communityId } = useParams({ from: '/account/conversations/s/$communityId/people' });
  const community = useCommunity(communityId);
  if (community === null) return <CommunityNotHere id={communityId} title="People" />;
  return <Directory key={communityId} community={community} />;
}

function Directory({ community }: { readonly community: CommunitySummary }) {
  const me = useObservable(useAccount().me);
  const { group, state } = useCommunityGroup(community.id);
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState(false);
  const [managed, setManaged] = useState<Person | null>(null);
  const { found, busy, more, again } = useMembers(community.id, query, standingOf(state));
  const members = found?.members ?? [];
  const mayManage = (userId: string): boolean => {
    const member = state?.members?.find(({ person }) => person.userId === userId);
    return member !== undefined && (member.rolesToGive.length > 0 || member.canRemove);
  };
  return (
    <Pane
      label="People"
      header={
        <>
          <PaneHeader
            title="People"
            back={<BackToCommunity id={community.id} />}
            end={
              state?.can.add === true && (
                <Button
                  size="small"
                  icon={<UserRoundPlus className="size-4.5" />}
                  onClick={() => setAdding(true)}
                >
                  Add people
                </Button>
              )
            }
          />
          <div className="mx-auto w-full max-w-160 px-4 pb-3">
            <SearchField
              label="Search people"
              placeholder={`Search ${peopleCount(community.memberCount)}`}
              value={query}
              onValueChange={setQuery}
            />
          </div>
        </>
      }
    >
      <div className="mx-auto flex w-full max-w-160 flex-1 flex-col pb-4">
        {query === '' && group !== null && (
          <ComingIn group={group} onManage={(person) => setManaged(person)} />
        )}
        {found === null && <Loading />}
        {found !== null && <output className="sr-only">{peopleCount(found.total)} found</output>}
        {members.length > 0 && (
          <ul aria-label="In the community">
            {members.map((member) => (
              <MemberRow
                key={member.person.userId}
                member={member}
                communityId={community.id}
                isMe={member.person.userId === me.userId}
                onManage={mayManage(member.person.userId) ? () => setManaged(member.person) : null}
              />
            ))}
          </ul>
        )}
        {found !== null && !found.failed && members.length === 0 && (
          <EmptyState icon={<SearchX />} title={`Nobody here is called “${found.search}”`} />
        )}
        {found?.failed === true && (
          <FailedState
            title="The people could not be loaded"
            text="Check your connection."
            onRetry={again}
          />
        )}
        {found !== null && found.next !== null && (
          <Button className="mx-auto mt-3" busy={busy} onClick={more}>
            Show more
          </Button>
        )}
      </div>
      {adding && group !== null && (
        <Suspense>
          <CommunityTask
            community={community}
            group={group}
            task="add"
            onClose={() => setAdding(false)}
          />
        </Suspense>
      )}
      {managed !== null && group !== null && (
        <MemberDialog
          group={group}
          userId={managed.userId}
          person={managed}
          within={community.id}
          onClose={() => setManaged(null)}
        />
      )}
    </Pane>
  );
}

const widths = ['w-36', 'w-24', 'w-40', 'w-28', 'w-32'];

function Loading() {
  return (
    <output aria-label="Loading people">
      {widths.map((width) => (
        <span key={width} className="flex h-16 items-center gap-3 px-4">
          <Skeleton className="size-11 rounded-full" />
          <Skeleton className={`h-3.5 ${width}`} />
        </span>
      ))}
    </output>
  );
}

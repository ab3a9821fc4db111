import type { CommunitySummary } from '@sotto/client';
import { Button, EmptyState, FailedState, SearchField, Skeleton, useObservable } from '@sotto/ui';
import { useParams } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { BackButton, Pane, PaneHeader, useAccount } from '../../app/index.ts';
import { peopleCount } from '../community-words.ts';
import { useCommunity } from '../use-community.ts';
import { MemberRow } from './member-row.tsx';
import { useMembers } from './use-members.ts';

/** `/s/$communityId/people`: who is in a community. */
export function DirectoryPane() {
  const { communityId } = useParams({ from: '/account/conversations/s/$communityId/people' });
  const community = useCommunity(communityId);
  return community ? <Directory key={communityId} community={community} /> : null;
}

function Directory({ community }: { readonly community: CommunitySummary }) {
  const me = useObservable(useAccount().me);
  const [query, setQuery] = useState('');
  const { found, busy, more, again } = useMembers(community.id, query);
  const members = found?.members ?? [];
  return (
    <Pane
      label="People"
      header={
        <>
          <PaneHeader title="People" back={<BackButton to="/" label="Back to the community" />} />
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
        {found === null && <Loading />}
        {found !== null && <output className="sr-only">{peopleCount(found.total)} found</output>}
        {members.length > 0 && (
          <ul>
            {members.map((member) => (
              <MemberRow
                key={member.person.userId}
                member={member}
                community={community}
                isMe={member.person.userId === me.userId}
                onRemoved={again}
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

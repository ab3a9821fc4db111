import type { CommunitySummary } from '@sotto/client';
import { Button, buttonClasses } from '@sotto/ui';
import { Link, useParams } from '@tanstack/react-router';
import { Link2, Settings2, UserRoundPlus, Users } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Pane, PersonAvatar } from '../../app/index.ts';
import { mayManage, peopleCount } from '../community-words.ts';
import { useCommunity } from '../use-community.ts';
import { useCommunityGroup } from '../use-community-group.ts';
import type { Task } from './community-task.tsx';
import { CommunityTask } from './lazy-community-task.ts';

/** `/s/$communityId` on a wide screen: what the community is, until a channel is chosen. */
export function CommunityOverview() {
  const { communityId } = useParams({ from: '/account/conversations/s/$communityId' });
  const community = useCommunity(communityId);
  return community && <Overview key={communityId} community={community} />;
}

function Overview({ community }: { readonly community: CommunitySummary }) {
  const { id: communityId, name, topic, avatar, memberCount, myRole } = community;
  const { group, state } = useCommunityGroup(communityId);
  const [task, setTask] = useState<Task | null>(null);
  const params = { communityId };
  return (
    <Pane label={`About ${name}`}>
      <div className="m-auto flex w-full max-w-112 animate-appear flex-col items-center p-6 text-center">
        <PersonAvatar name={name} id={communityId} avatar={avatar} sizePx={96} />
        <h2 className="mt-4 max-w-full text-page font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </h2>
        <p className="text-small text-quiet">{peopleCount(memberCount)}</p>
        {topic !== null && (
          <p className="mt-3 max-w-full text-pretty wrap-anywhere whitespace-pre-line">
            <bdi>{topic}</bdi>
          </p>
        )}
        <div className="mt-6 flex flex-wrap justify-center gap-2">
          <Link to="/s/$communityId/people" params={params} className={buttonClasses({})}>
            <Users aria-hidden="true" className="size-4.5" /> People
          </Link>
          {state?.can.add === true && (
            <>
              <Button icon={<UserRoundPlus className="size-4.5" />} onClick={() => setTask('add')}>
                Add people
              </Button>
              <Button icon={<Link2 className="size-4.5" />} onClick={() => setTask('links')}>
                Links
              </Button>
            </>
          )}
          {mayManage(myRole) && (
            <Link to="/s/$communityId/settings" params={params} className={buttonClasses({})}>
              <Settings2 aria-hidden="true" className="size-4.5" /> Manage channels
            </Link>
          )}
        </div>
        <p className="mt-6 text-small text-quiet">Choose a channel to read it here.</p>
      </div>
      {task !== null && group !== null && (
        <Suspense>
          <CommunityTask
            community={community}
            group={group}
            task={task}
            onClose={() => setTask(null)}
          />
        </Suspense>
      )}
    </Pane>
  );
}

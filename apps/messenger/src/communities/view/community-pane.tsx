import type { CommunitySummary } from '@sotto/client';
import { IconButton, Menu } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { EllipsisVertical, Users } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { Pane, PaneHeader, PersonAvatar, useAccount } from '../../app/index.ts';
import { NameLine } from '../../people/name-line.tsx';
import { peopleCount } from '../community-words.ts';
import { useCommunity } from '../use-community.ts';
import { useCommunityGroup } from '../use-community-group.ts';
import { AskingRow } from './asking-row.tsx';
import { CommunityLists } from './community-lists.tsx';
import { CommunityNotHere } from './community-not-here.tsx';
import type { Task } from './community-task.tsx';
import { CommunityTask } from './lazy-community-task.ts';
import { useCommunityItems } from './use-community-items.tsx';

/** A community beside what is open in it: its channels, and below them the conversations with its people. */
export function CommunityPane({ id }: { readonly id: string }) {
  const community = useCommunity(id);
  return community ? <Shown community={community} /> : <CommunityNotHere id={id} />;
}

function Shown({ community }: { readonly community: CommunitySummary }) {
  const { id, name, avatar, memberCount } = community;
  const account = useAccount();
  const { group, state } = useCommunityGroup(id);
  const [task, setTask] = useState<Task | null>(null);
  const [looked, setLooked] = useState(false);

  useEffect(() => {
    let current = true;
    const settle = () => {
      if (current) setLooked(true);
    };
    // NOTE: without a connection, the channels I am in are shown and no others.
    void account.communities.open(id).then(settle, settle);
    return () => {
      current = false;
    };
  }, [account, id]);

  const params = { communityId: id };
  const items = useCommunityItems(community, state, setTask);
  return (
    <Pane
      label={name}
      scroll={false}
      header={
        <PaneHeader
          end={
            <>
              <Link
                to="/s/$communityId/people"
                params={params}
                aria-label="People"
                className="grid size-10 place-items-center rounded-full text-quiet hover:bg-hover hover:text-text pointer-coarse:size-11"
              >
                <Users aria-hidden="true" />
              </Link>
              <Menu
                trigger={<IconButton label="More" icon={<EllipsisVertical />} />}
                items={items}
              />
            </>
          }
        >
          <PersonAvatar name={name} id={id} avatar={avatar} sizePx={40} />
          <div className="min-w-0 flex-1 ps-1">
            <h1 className="text-title font-semibold">
              <NameLine>{name}</NameLine>
            </h1>
            <p className="truncate text-small text-quiet">{peopleCount(memberCount)}</p>
          </div>
        </PaneHeader>
      }
    >
      <AskingRow id={id} state={state} />
      <CommunityLists community={community} looked={looked} />
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

import type { CommunitySummary } from '@sotto/client';
import { buttonClasses, EmptyState, IconButton, Menu, Skeleton, useObservable } from '@sotto/ui';
import { Link, useNavigate } from '@tanstack/react-router';
import { EllipsisVertical, LogOut, Settings2, Users, UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Pane, PaneHeader, PersonAvatar, useAccount } from '../../app/index.ts';
import { NameLine } from '../../people/name-line.tsx';
import { mayManage, peopleCount } from '../community-words.ts';
import { useCommunity } from '../use-community.ts';
import { CommunityLists } from './community-lists.tsx';
import { LeaveCommunityDialog } from './leave-community-dialog.tsx';

/** A community beside what is open in it: its channels, and below them the conversations with its people. */
export function CommunityPane({ id }: { readonly id: string }) {
  const community = useCommunity(id);
  return community ? <Shown community={community} /> : <NotHere />;
}

function Shown({ community }: { readonly community: CommunitySummary }) {
  const { id, name, avatar, memberCount, myRole } = community;
  const account = useAccount();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
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
                items={[
                  {
                    label: 'People',
                    icon: <Users />,
                    onSelect: () => void navigate({ to: '/s/$communityId/people', params }),
                  },
                  ...(mayManage(myRole)
                    ? [
                        {
                          label: 'Manage channels',
                          icon: <Settings2 />,
                          onSelect: () => void navigate({ to: '/s/$communityId/settings', params }),
                        },
                      ]
                    : []),
                  'separator',
                  {
                    label: 'Leave community',
                    icon: <LogOut />,
                    danger: true,
                    onSelect: () => setLeaving(true),
                  },
                ]}
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
      <CommunityLists community={community} looked={looked} />
      <LeaveCommunityDialog community={community} open={leaving} onOpenChange={setLeaving} />
    </Pane>
  );
}

/** Not known yet, or not mine. */
function NotHere() {
  const connection = useObservable(useAccount().connection);
  if (connection !== 'online') {
    return (
      <output aria-label="Loading the community" className="flex flex-col gap-4 p-4">
        <Skeleton className="h-10 w-2/3" />
        <Skeleton className="h-6 w-full" />
        <Skeleton className="h-6 w-5/6" />
      </output>
    );
  }
  return (
    <Pane label="Community" header={<PaneHeader title="Community" />}>
      <EmptyState
        icon={<UsersRound />}
        title="This community isn’t here"
        text="You may have left it, or you are no longer in it."
        action={
          <Link to="/" className={buttonClasses({})}>
            All conversations
          </Link>
        }
      />
    </Pane>
  );
}

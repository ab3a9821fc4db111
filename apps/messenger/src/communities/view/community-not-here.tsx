import type { CommunitySummary } from '@sotto/client';
import { buttonClasses, EmptyState, Skeleton, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { BackButton, Pane, PaneHeader, useAccount } from '../../app/index.ts';

/** In place of a community, or a page of it, that is not known: not yet, or not any more. */
export function CommunityNotHere({ id, title = 'Community' }: CommunityNotHereProps) {
  const { communities, connection } = useAccount();
  const online = useObservable(connection) === 'online';
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!online) return () => undefined;
    let current = true;
    const settle = () => {
      if (current) setSettled(true);
    };
    // SAFETY: an address can hold anything; the server answers for what it knows.
    void communities.open(id as CommunitySummary['id']).then(settle, settle);
    return () => {
      current = false;
    };
  }, [communities, id, online]);
  return (
    <Pane label={title} header={<PaneHeader title={title} back={<BackButton to="/" />} />}>
      {settled ? (
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
      ) : (
        <output aria-label="Loading the community" className="flex flex-col gap-4 p-4">
          <Skeleton className="h-10 w-2/3" />
          <Skeleton className="h-6 w-full" />
          <Skeleton className="h-6 w-5/6" />
        </output>
      )}
    </Pane>
  );
}

export interface CommunityNotHereProps {
  readonly id: string;
  readonly title?: string;
}

import { Button, EmptyState, useObservable } from '@sotto/ui';
import { CloudAlert, UserRound, UserRoundSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAccount } from '../../app/index.ts';
import { isolated, nameOf } from '../names.ts';
import { names } from '../search-words.ts';
import { PeopleSkeleton } from './people-skeleton.tsx';
import type { PeopleSearch } from '../use-people-search.ts';

export interface PeopleResultsProps {
  readonly search: PeopleSearch;
  readonly query: string;
  /** Shown when no one is sought and no one is known yet. */
  readonly start: ReactNode;
  readonly empty: boolean;
  readonly children: ReactNode;
}

/** What a search for people came to: people, no one, or no answer. */
export function PeopleResults({ search, query, start, empty, children }: PeopleResultsProps) {
  // Whom one knows is found without the server.
  if (!empty) return children;
  if (search.kind === 'searching') return <PeopleSkeleton label="Searching" />;
  if (search.kind === 'failed') {
    return (
      <div role="alert" className="flex flex-1">
        <EmptyState
          icon={<CloudAlert />}
          title="The search got no answer"
          action={<Button onClick={search.retry}>Try again</Button>}
        />
      </div>
    );
  }
  if (search.kind === 'idle') return start;
  return <NoOne query={query} />;
}

function NoOne({ query }: { readonly query: string }) {
  const me = useObservable(useAccount().me);
  return (
    <output className="flex flex-1">
      {names(me, query) ? (
        <EmptyState
          icon={<UserRound />}
          title={`This is you, ${isolated(nameOf(me))}`}
          text={`No one else found for “${query.trim()}”. Others find you by ${me.handle}.`}
        />
      ) : (
        <EmptyState
          icon={<UserRoundSearch />}
          title={`No one found for “${query.trim()}”`}
          text="Ask for their exact username, such as @name. People elsewhere have a longer one."
        />
      )}
    </output>
  );
}

import { EmptyState, FailedState, useObservable } from '@sotto/ui';
import { UserRound, UserRoundSearch } from 'lucide-react';
import { useAccount } from '../../app/index.ts';
import { isolated, nameOf } from '../names.ts';
import { names } from '../search-words.ts';
import { PeopleListbox } from './people-listbox.tsx';
import { PeopleSkeleton } from './people-skeleton.tsx';
import type { PeopleChoice } from './use-people-choice.ts';

export interface PeopleResultsProps {
  readonly choice: PeopleChoice;
  /** What choosing somebody leads to, while no one is sought and no one is known yet. */
  readonly startText: string;
}

/** What a choice of people is made from: people, no one, or no answer. */
export function PeopleResults({ choice, startText }: PeopleResultsProps) {
  const { people, search, query } = choice;
  // Whom one knows is found without the server.
  if (people.length > 0) return <PeopleListbox choice={choice} />;
  if (search.kind === 'searching') return <PeopleSkeleton label="Searching" />;
  if (search.kind === 'failed') {
    return <FailedState title="The search got no answer" onRetry={search.retry} />;
  }
  if (search.kind !== 'idle') return <NoOne query={query} />;
  return (
    <EmptyState
      icon={<UserRoundSearch />}
      title="Find someone by name or username"
      text={startText}
    />
  );
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

import { EmptyState, FailedState, Skeleton, useObservable } from '@sotto/ui';
import { UserRoundSearch } from 'lucide-react';
import { BackButton, Pane, PaneHeader, useAccount } from '../../app/index.ts';
import { OwnPage } from './own-page.tsx';
import { PersonView } from './person-view.tsx';
import { usePerson } from './use-person.ts';

/** The page of the person a handle names. */
export function PersonScreen({ handle }: { readonly handle: string }) {
  const me = useObservable(useAccount().me);
  const found = usePerson(handle);
  return (
    <Pane label="Profile" header={<PaneHeader title="Profile" back={<BackButton to="/" />} />}>
      {found.kind === 'asking' && <Asking />}
      {found.kind === 'here' && (
        <div className="mx-auto w-full max-w-112 animate-appear px-4 pt-2 pb-8">
          {found.person.userId === me.userId ? (
            <OwnPage me={me} />
          ) : (
            <PersonView key={found.person.userId} person={found.person} />
          )}
        </div>
      )}
      {found.kind === 'none' && (
        <EmptyState
          icon={<UserRoundSearch />}
          title="Nobody is found here"
          text="The username may be misspelt, or this person does not want to be found. With a contact link of theirs you can still write to them."
        />
      )}
      {found.kind === 'failed' && (
        <FailedState
          title="The profile could not be loaded"
          text="Check your connection."
          onRetry={found.retry}
        />
      )}
    </Pane>
  );
}

function Asking() {
  return (
    <output aria-label="Loading the profile" className="flex flex-col items-center gap-3 p-6">
      <Skeleton className="size-24 rounded-full" />
      <Skeleton className="h-6 w-40" />
      <Skeleton className="h-4 w-24" />
    </output>
  );
}

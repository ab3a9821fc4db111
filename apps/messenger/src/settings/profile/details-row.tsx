import type { Person, ProfileDetails } from '@sotto/client';
import { FailedLine, Skeleton } from '@sotto/ui';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { DetailsForm } from './details-form.tsx';

type State =
  | { readonly kind: 'loading' | 'failed' }
  | { readonly kind: 'here'; readonly details: ProfileDetails };

const NOTHING: ProfileDetails = { bio: '', pronouns: '', timeZone: '' };

/** What I say of myself, once it is known. */
export function DetailsRow({ me: { userId } }: { readonly me: Person }) {
  const { people } = useAccount();
  const [state, setState] = useState<State>({ kind: 'loading' });

  const load = useCallback(() => {
    people.findDetails(userId).then(
      (details) => setState({ kind: 'here', details: details ?? NOTHING }),
      // NOTE: shown with "Try again".
      () => setState({ kind: 'failed' }),
    );
  }, [people, userId]);
  useEffect(load, [load]);

  if (state.kind === 'here') {
    return (
      <DetailsForm
        details={state.details}
        onSaved={(details) => setState({ kind: 'here', details })}
      />
    );
  }
  if (state.kind === 'loading') {
    return (
      <output aria-label="Loading your profile" className="flex flex-col gap-3">
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-20 w-full" />
      </output>
    );
  }
  return <FailedLine text="What you say of yourself could not be loaded." onRetry={load} />;
}

import type { Person } from '@sotto/client';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { handleIn } from '../search-words.ts';
import { useKnownPeople } from './use-known-people.ts';

export type FoundPerson =
  | { readonly kind: 'asking' | 'none' }
  | { readonly kind: 'failed'; readonly retry: () => void }
  | { readonly kind: 'here'; readonly person: Person };

type Answer = { readonly handle: string; readonly person: Person | null | 'failed' };

/** The person an address names, at once if this device has seen them. */
export function usePerson(typed: string): FoundPerson {
  const account = useAccount();
  const handle = handleIn(typed);
  const known = useKnownPeople().get(handle ?? '');
  const isKnown = known !== undefined;
  const [answer, setAnswer] = useState<Answer | null>(null);

  const ask = useCallback(() => {
    let current = true;
    const settle = (person: Answer['person']): void => {
      if (current && handle !== null) setAnswer({ handle, person });
    };
    // NOTE: shown with "Try again".
    if (handle !== null) account.findPerson(handle).then(settle, () => settle('failed'));
    return () => {
      current = false;
    };
  }, [account, handle]);
  useEffect(() => (isKnown ? undefined : ask()), [ask, isKnown]);

  if (known !== undefined) return { kind: 'here', person: known };
  if (handle === null) return { kind: 'none' };
  if (answer?.handle !== handle) return { kind: 'asking' };
  if (answer.person === null) return { kind: 'none' };
  if (answer.person !== 'failed') return { kind: 'here', person: answer.person };
  return {
    kind: 'failed',
    retry() {
      setAnswer(null);
      ask();
    },
  };
}

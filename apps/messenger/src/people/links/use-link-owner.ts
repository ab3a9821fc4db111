import type { Person } from '@sotto/client';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';

export type LinkOwner =
  | { readonly kind: 'asking' | 'gone' | 'failed' }
  | { readonly kind: 'here'; readonly person: Person };

/** Whose contact link this is, and a way to ask again. */
export function useLinkOwner(token: string): {
  readonly owner: LinkOwner;
  readonly retry: () => void;
} {
  const { people } = useAccount();
  const [owner, setOwner] = useState<LinkOwner>({ kind: 'asking' });

  const ask = useCallback(() => {
    let current = true;
    const settle = (next: LinkOwner): void => {
      if (current) setOwner(next);
    };
    people.findLinkOwner(token).then(
      (person) => settle(person === null ? { kind: 'gone' } : { kind: 'here', person }),
      // NOTE: shown with "Try again".
      () => settle({ kind: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [people, token]);
  useEffect(ask, [ask]);

  return {
    owner,
    retry() {
      setOwner({ kind: 'asking' });
      ask();
    },
  };
}

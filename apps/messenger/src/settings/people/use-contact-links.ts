import type { ContactLink } from '@sotto/client';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';

export type ContactLinks =
  | { readonly kind: 'loading' | 'failed' }
  | { readonly kind: 'here'; readonly links: readonly ContactLink[] };

/** My contact links, the newest first, and a way to ask again. */
export function useContactLinks(): { readonly state: ContactLinks; readonly reload: () => void } {
  const { people } = useAccount();
  const [state, setState] = useState<ContactLinks>({ kind: 'loading' });

  const reload = useCallback(() => {
    people.listLinks().then(
      (links) => setState({ kind: 'here', links }),
      // NOTE: shown as a line with "Try again"; what is listed already stays listed.
      () => setState((before) => (before.kind === 'here' ? before : { kind: 'failed' })),
    );
  }, [people]);
  useEffect(reload, [reload]);

  return { state, reload };
}

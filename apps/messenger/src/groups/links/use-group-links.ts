import type { Group, GroupLink } from '@sotto/client';
import { useCallback, useEffect, useState } from 'react';

export type GroupLinksState =
  | { readonly kind: 'loading' | 'failed' }
  | { readonly kind: 'here'; readonly links: readonly GroupLink[] };

/** The links of a group that I may see, the newest first, and a way to ask again. */
export function useGroupLinks(group: Group): {
  readonly state: GroupLinksState;
  readonly reload: () => void;
} {
  const [state, setState] = useState<GroupLinksState>({ kind: 'loading' });
  const reload = useCallback(() => {
    group.listLinks().then(
      (links) => setState({ kind: 'here', links }),
      // NOTE: shown as a line with "Try again"; what is listed already stays listed.
      () => setState((before) => (before.kind === 'here' ? before : { kind: 'failed' })),
    );
  }, [group]);
  useEffect(reload, [reload]);
  return { state, reload };
}

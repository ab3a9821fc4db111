import type { GroupLinkPreview } from '@sotto/client';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';

export type GroupLinkState =
  | { readonly kind: 'asking' | 'gone' | 'failed' }
  | { readonly kind: 'here'; readonly preview: GroupLinkPreview };

/** What a link leads to, asked again whenever I come into or out of a place. */
export function useGroupLink(token: string): {
  readonly state: GroupLinkState;
  readonly retry: () => void;
} {
  const { groups, conversations, communities } = useAccount();
  const [state, setState] = useState<GroupLinkState>({ kind: 'asking' });

  const ask = useCallback(() => {
    let current = true;
    const settle = (read: (before: GroupLinkState) => GroupLinkState): void => {
      if (current) setState(read);
    };
    groups.findLink(token).then(
      (preview) => settle(() => (preview === null ? { kind: 'gone' } : { kind: 'here', preview })),
      // NOTE: shown with "Try again"; what is shown already stays.
      () => settle((before) => (before.kind === 'here' ? before : { kind: 'failed' })),
    );
    return () => {
      current = false;
    };
  }, [groups, token]);

  useEffect(() => {
    let stopAsking = ask();
    const places = (): number => {
      const channels = communities.all.get().flatMap((one) => one.channels);
      const mine = channels.filter(({ joined }) => joined).length;
      return conversations.get().length + communities.all.get().length + mine;
    };
    let count = places();
    const look = (): void => {
      if (places() === count) return;
      count = places();
      stopAsking();
      stopAsking = ask();
    };
    const stops = [conversations.subscribe(look), communities.all.subscribe(look)];
    return () => {
      for (const stop of stops) stop();
      stopAsking();
    };
  }, [ask, communities, conversations]);

  return {
    state,
    retry() {
      setState({ kind: 'asking' });
      ask();
    },
  };
}

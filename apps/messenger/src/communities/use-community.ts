import type { CommunitySummary } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { useAccount } from '../app/index.ts';

/** A community I am in; null if there is none of this id, or it is not known yet. */
export function useCommunity(id: string): CommunitySummary | null {
  const communities = useObservable(useAccount().communities.all);
  return communities.find((community) => community.id === id) ?? null;
}

import type { CommunitySummary, Group, GroupState } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { useGroup } from '../groups/use-group.ts';

/** Never changes, and is nothing. */
const nothing = { get: () => null, subscribe: () => () => undefined };

export interface CommunityGroup {
  readonly group: Group | null;
  /** Null until it is open. */
  readonly state: GroupState | null;
}

/** A community as the group of its people: who is in it, who may do what. */
export function useCommunityGroup(id: CommunitySummary['id']): CommunityGroup {
  const group = useGroup(id);
  const state = useObservable<GroupState | null>(group?.state ?? nothing);
  return { group, state };
}

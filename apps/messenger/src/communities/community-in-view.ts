import type { CommunitySummary } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { useParams, useSearch } from '@tanstack/react-router';
import { useAccount } from '../app/index.ts';

export interface CommunityInView {
  /** Whose channels stand beside what is open; null for all conversations. */
  readonly id: string | null;
  /** The address is that of the community's own room, which is no conversation. */
  readonly isItself: boolean;
}

interface Place {
  readonly communityId?: string | undefined;
  readonly conversationId?: string | undefined;
  /** A conversation of two that was opened within a community. */
  readonly within?: string | undefined;
}

export function communityInView(
  communities: readonly Pick<CommunitySummary, 'id' | 'channels'>[],
  { communityId, conversationId, within }: Place,
): CommunityInView {
  if (communityId !== undefined) return { id: communityId, isItself: false };
  if (communities.some(({ id }) => id === conversationId)) {
    return { id: conversationId ?? null, isItself: true };
  }
  const home = communities.find(({ channels }) => channels.some(({ id }) => id === conversationId));
  if (home) return { id: home.id, isItself: false };
  const around = communities.find(({ id }) => id === within);
  return { id: around?.id ?? null, isItself: false };
}

/** The community that what is open belongs to. */
export function useCommunityInView(): CommunityInView {
  const communities = useObservable(useAccount().communities.all);
  const { communityId, conversationId } = useParams({ strict: false });
  const { in: within } = useSearch({ strict: false });
  return communityInView(communities, { communityId, conversationId, within });
}

import { getSpaceHierarchy } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { Communities } from '../service.ts';

export function getSpaceHierarchyRoute(communities: Communities) {
  return route(getSpaceHierarchy, async ({ params, query, caller }) => {
    const { rooms, next } = await communities.listHierarchy({
      by: caller.userId,
      roomId: params.roomId,
      suggestedOnly: query.suggested_only ?? false,
      limit: query.limit ?? null,
      depthMax: query.max_depth ?? null,
      from: query.from ?? null,
    });
    return { rooms: [...rooms], ...(next !== null && { next_batch: next }) };
  });
}

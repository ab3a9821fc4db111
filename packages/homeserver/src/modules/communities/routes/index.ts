import type { Route } from '../../../http/index.ts';
import type { Communities } from '../service.ts';
import { addChannelRoute } from './add-channel.ts';
import { closeChannelRoute } from './close-channel.ts';
import { createCommunityRoute } from './create-community.ts';
import { getRoomSummaryRoute } from './get-room-summary.ts';
import { getSpaceHierarchyRoute } from './get-space-hierarchy.ts';
import { listCommunityMembersRoute } from './list-community-members.ts';

export function communityRoutes(communities: Communities): Route[] {
  return [
    createCommunityRoute(communities),
    addChannelRoute(communities),
    closeChannelRoute(communities),
    listCommunityMembersRoute(communities),
    getSpaceHierarchyRoute(communities),
    getRoomSummaryRoute(communities),
  ];
}

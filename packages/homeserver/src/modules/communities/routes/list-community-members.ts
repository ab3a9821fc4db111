import { COMMUNITY_MEMBERS_PAGE_MAX, listCommunityMembers } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { ListedMember } from '../directory.ts';
import type { Communities } from '../service.ts';

export function listCommunityMembersRoute(communities: Communities) {
  return route(listCommunityMembers, async ({ params, query, caller }) => {
    const { members, total, next } = await communities.listMembers({
      by: caller.userId,
      roomId: params.roomId,
      search: query.search ?? '',
      from: query.from ?? null,
      limit: query.limit ?? COMMUNITY_MEMBERS_PAGE_MAX,
    });
    return {
      members: members.map(memberReply),
      total,
      ...(next !== null && { next_batch: next }),
    };
  });
}

function memberReply({ userId, displayName, avatarUrl, role, label }: ListedMember) {
  return {
    user_id: userId,
    ...(displayName !== null && { displayname: displayName }),
    ...(avatarUrl !== null && { avatar_url: avatarUrl }),
    role,
    ...(label !== null && { label }),
  };
}

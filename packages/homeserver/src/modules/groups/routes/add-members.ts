import { addMembers } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MemberService } from '../members/member-service.ts';

export function addMembersRoute(members: MemberService) {
  return route(addMembers, async ({ params, body, caller }) => {
    await members.add({
      by: caller.userId,
      roomId: params.roomId,
      userIds: body.user_ids,
      history: body.history ?? null,
      reason: body.reason ?? null,
    });
    return {};
  });
}

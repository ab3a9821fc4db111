import { setOwnLabel } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MemberService } from '../members/member-service.ts';

export function setOwnLabelRoute(members: MemberService) {
  return route(setOwnLabel, async ({ params, body, caller }) => {
    await members.setLabel(caller.userId, params.roomId, body.label);
    return {};
  });
}

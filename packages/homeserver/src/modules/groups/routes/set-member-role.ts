import { setMemberRole } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { RoleService } from '../roles/role-service.ts';

export function setMemberRoleRoute(roles: RoleService) {
  return route(setMemberRole, async ({ params, body, caller }) => {
    const { roomId, userId } = params;
    await roles.setRole(caller.userId, roomId, { userId, role: body.role });
    return {};
  });
}

import { setGroupPermissions } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { RoleService } from '../roles/role-service.ts';

export function setGroupPermissionsRoute(roles: RoleService) {
  return route(setGroupPermissions, async ({ params, body, caller }) => {
    await roles.setPermissions(caller.userId, params.roomId, body);
    return {};
  });
}

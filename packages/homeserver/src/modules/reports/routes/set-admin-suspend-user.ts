import { setAdminSuspendUser } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SuspensionService } from '../moderation/suspension-service.ts';

export function setAdminSuspendUserRoute(suspensions: SuspensionService) {
  return route(setAdminSuspendUser, async ({ params, body, caller }) => {
    await suspensions.set(caller.userId, params.userId, body.suspended);
    return { suspended: body.suspended };
  });
}

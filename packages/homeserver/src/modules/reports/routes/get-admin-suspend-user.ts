import { getAdminSuspendUser } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SuspensionService } from '../moderation/suspension-service.ts';

export function getAdminSuspendUserRoute(suspensions: SuspensionService) {
  return route(getAdminSuspendUser, async ({ params, caller }) => ({
    suspended: await suspensions.get(caller.userId, params.userId),
  }));
}

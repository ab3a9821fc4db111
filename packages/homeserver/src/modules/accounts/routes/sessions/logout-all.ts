import { logoutAll } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { SessionService } from '../../sessions/session-service.ts';

export function logoutAllRoute(sessions: SessionService): Route {
  return route(logoutAll, async ({ caller }) => {
    await sessions.logoutAll(caller.userId);
    return {};
  });
}

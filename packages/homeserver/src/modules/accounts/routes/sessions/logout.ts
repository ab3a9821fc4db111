import { logout } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { SessionService } from '../../sessions/session-service.ts';

export function logoutRoute(sessions: SessionService): Route {
  return route(logout, async ({ caller }) => {
    await sessions.logout(caller);
    return {};
  });
}

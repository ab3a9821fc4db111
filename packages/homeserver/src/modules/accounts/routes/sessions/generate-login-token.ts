import { generateLoginToken } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { SessionService } from '../../sessions/session-service.ts';

export function generateLoginTokenRoute(sessions: SessionService): Route {
  return route(generateLoginToken, async ({ body, caller, peer }) => {
    const { token, expiresInMs } = await sessions.generateToken(caller, body.auth, peer);
    return { login_token: token, expires_in_ms: expiresInMs };
  });
}

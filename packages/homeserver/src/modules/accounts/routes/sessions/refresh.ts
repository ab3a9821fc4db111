import { refresh } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { SessionService } from '../../sessions/session-service.ts';
import { tokensReply } from './signed-in-reply.ts';

export function refreshRoute(sessions: SessionService): Route {
  return route(refresh, async ({ body }) =>
    tokensReply(await sessions.refresh(body.refresh_token)),
  );
}

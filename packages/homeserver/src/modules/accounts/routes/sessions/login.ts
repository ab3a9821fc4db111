import { login } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { SessionService } from '../../sessions/session-service.ts';
import { signedInReply } from './signed-in-reply.ts';

export function loginRoute(sessions: SessionService, publicUrl: string): Route {
  return route(login, async ({ body, peer }) => {
    const signedIn = await sessions.login({
      type: body.type,
      identifier: body.identifier,
      user: body.user,
      password: body.password,
      token: body.token,
      device: {
        deviceId: body.device_id,
        displayName: body.initial_device_display_name,
        wantsRefresh: body.refresh_token ?? false,
      },
      peer,
    });
    return { ...signedInReply(signedIn), well_known: { 'm.homeserver': { base_url: publicUrl } } };
  });
}

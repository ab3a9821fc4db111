import { BIRTH_MONTH, register } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { RegistrationService } from '../../account/registration-service.ts';
import { signedInReply } from '../sessions/signed-in-reply.ts';

export function registerRoute(registration: RegistrationService): Route {
  return route(register, async ({ body, query, peer }) => {
    const device = {
      deviceId: body.device_id,
      displayName: body.initial_device_display_name,
      wantsRefresh: body.refresh_token ?? false,
    };
    const { userId, signedIn } = await registration.register({
      username: body.username,
      password: body.password,
      isGuest: query.kind === 'guest',
      auth: body.auth,
      birthMonth: body[BIRTH_MONTH],
      device: body.inhibit_login ? null : device,
      peer,
    });
    return signedIn ? signedInReply(signedIn) : { user_id: userId };
  });
}

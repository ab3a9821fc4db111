import { setPresence } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { EphemeralService } from '../ephemeral/ephemeral.ts';

export function setPresenceRoute(ephemeral: EphemeralService) {
  return route(setPresence, async ({ params, body, caller }) => {
    await ephemeral.setPresence({
      caller: caller.userId,
      userId: params.userId,
      deviceId: caller.deviceId,
      state: body.presence,
      statusMessage: body.status_msg ?? null,
    });
    return {};
  });
}

import { getPresence } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { EphemeralService } from '../ephemeral/ephemeral.ts';

export function getPresenceRoute(ephemeral: EphemeralService) {
  return route(getPresence, ({ params, caller }) =>
    ephemeral.getPresence(caller.userId, params.userId),
  );
}

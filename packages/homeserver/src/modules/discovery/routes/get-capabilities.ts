import { getCapabilities, type UserId } from '@sotto/protocol';
import { route, type Route } from '../../../http/index.ts';
import { capabilities } from '../features.ts';

export function getCapabilitiesRoute(isModerator: (userId: UserId) => Promise<boolean>): Route {
  return route(getCapabilities, async ({ caller }) => ({
    capabilities: {
      ...capabilities,
      'app.sotto.moderation': { enabled: await isModerator(caller.userId) },
    },
  }));
}

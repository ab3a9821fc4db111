import { getCapabilities, type UserId } from '@sotto/protocol';
import { route, type Route } from '../../../http/index.ts';
import { capabilities } from '../features.ts';

export function getCapabilitiesRoute(isModerator: (userId: UserId) => Promise<boolean>): Route {
  return route(getCapabilities, async ({ caller }) => {
    const enabled = await isModerator(caller.userId);
    return {
      capabilities: {
        ...capabilities,
        ...(enabled && { 'm.account_moderation': { suspend: true, lock: false } }),
        'app.sotto.moderation': { enabled },
      },
    };
  });
}

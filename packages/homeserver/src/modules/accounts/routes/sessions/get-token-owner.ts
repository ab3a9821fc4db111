import { getTokenOwner } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';

export function getTokenOwnerRoute(): Route {
  return route(getTokenOwner, async ({ caller }) => ({
    user_id: caller.userId,
    device_id: caller.deviceId,
    is_guest: false,
  }));
}

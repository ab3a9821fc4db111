import { setProfileField } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { ProfileService } from '../../profiles/profile-service.ts';

export function setProfileFieldRoute(profiles: ProfileService): Route {
  return route(setProfileField, async ({ body, caller, params }) => {
    const address = { callerId: caller.userId, userId: params.userId, name: params.keyName };
    await profiles.setField(address, body);
    return {};
  });
}

import { deleteProfileField } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { ProfileService } from '../../profiles/profile-service.ts';

export function deleteProfileFieldRoute(profiles: ProfileService): Route {
  return route(deleteProfileField, async ({ caller, params }) => {
    await profiles.deleteField({
      callerId: caller.userId,
      userId: params.userId,
      name: params.keyName,
    });
    return {};
  });
}

import { getProfileField } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { ProfileService } from '../../profiles/profile-service.ts';

export function getProfileFieldRoute(profiles: ProfileService): Route {
  return route(getProfileField, async ({ params, caller }) =>
    profiles.getField(caller?.userId ?? null, params.userId, params.keyName),
  );
}

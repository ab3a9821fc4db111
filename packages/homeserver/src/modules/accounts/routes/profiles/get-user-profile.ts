import { getUserProfile } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { ProfileService } from '../../profiles/profile-service.ts';

export function getUserProfileRoute(profiles: ProfileService): Route {
  return route(getUserProfile, async ({ params, caller }) =>
    profiles.getProfile(caller?.userId ?? null, params.userId),
  );
}

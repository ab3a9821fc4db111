import { getUserProfile } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { ProfileService } from '../../profiles/profile-service.ts';

export function getUserProfileRoute(profiles: ProfileService): Route {
  return route(getUserProfile, async ({ params }) => profiles.getProfile(params.userId));
}

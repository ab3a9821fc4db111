import type { UserId } from '@sotto/protocol';
import type { Route } from '../../../http/index.ts';
import { getCapabilitiesRoute } from './get-capabilities.ts';
import { getVersionsRoute } from './get-versions.ts';
import { getWellknownRoute } from './get-wellknown.ts';

export function discoveryRoutes(
  publicUrl: string,
  isModerator: (userId: UserId) => Promise<boolean>,
): Route[] {
  return [getVersionsRoute(), getCapabilitiesRoute(isModerator), getWellknownRoute(publicUrl)];
}

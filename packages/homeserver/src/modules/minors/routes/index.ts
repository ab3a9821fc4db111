import type { Route } from '../../../http/index.ts';
import type { MinorService } from '../service.ts';
import { getProtectionRoute } from './get-protection.ts';

export function minorRoutes(minors: MinorService): Route[] {
  return [getProtectionRoute(minors)];
}

import type { Route } from '../../../http/index.ts';
import type { SyncService } from '../service.ts';
import { syncRoute } from './sync.ts';

export function syncRoutes(service: SyncService): Route[] {
  return [syncRoute(service)];
}

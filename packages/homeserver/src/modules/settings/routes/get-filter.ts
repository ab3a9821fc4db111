import { getFilter } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SettingsService } from '../service.ts';

export function getFilterRoute(settings: SettingsService) {
  return route(getFilter, ({ params, caller }) =>
    settings.getFilter(caller.userId, params.userId, params.filterId),
  );
}

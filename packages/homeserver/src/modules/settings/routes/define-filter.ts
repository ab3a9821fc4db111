import { defineFilter } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SettingsService } from '../service.ts';

export function defineFilterRoute(settings: SettingsService) {
  return route(defineFilter, async ({ params, body, caller }) => ({
    filter_id: await settings.defineFilter(caller.userId, params.userId, body),
  }));
}

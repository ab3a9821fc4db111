import type { Route } from '../../../http/index.ts';
import type { SettingsService } from '../service.ts';
import { defineFilterRoute } from './define-filter.ts';
import { getAccountDataPerRoomRoute } from './get-account-data-per-room.ts';
import { getAccountDataRoute } from './get-account-data.ts';
import { getFilterRoute } from './get-filter.ts';
import { setAccountDataPerRoomRoute } from './set-account-data-per-room.ts';
import { setAccountDataRoute } from './set-account-data.ts';

export function settingRoutes(settings: SettingsService): Route[] {
  return [
    setAccountDataRoute(settings),
    getAccountDataRoute(settings),
    setAccountDataPerRoomRoute(settings),
    getAccountDataPerRoomRoute(settings),
    defineFilterRoute(settings),
    getFilterRoute(settings),
  ];
}

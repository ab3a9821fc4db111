import { getAccountData } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SettingsService } from '../service.ts';

export function getAccountDataRoute(settings: SettingsService) {
  return route(getAccountData, async ({ params, caller }) => {
    const { userId: owner, type } = params;
    return settings.get({ caller: caller.userId, owner, roomId: null, type });
  });
}

import { setAccountData } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SettingsService } from '../service.ts';

export function setAccountDataRoute(settings: SettingsService) {
  return route(setAccountData, async ({ params, body, caller }) => {
    const { userId: owner, type } = params;
    await settings.set({ caller: caller.userId, owner, roomId: null, type }, body);
    return {};
  });
}

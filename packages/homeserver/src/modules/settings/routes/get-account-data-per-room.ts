import { getAccountDataPerRoom } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SettingsService } from '../service.ts';

export function getAccountDataPerRoomRoute(settings: SettingsService) {
  return route(getAccountDataPerRoom, async ({ params, caller }) => {
    const { userId: owner, roomId, type } = params;
    return settings.get({ caller: caller.userId, owner, roomId, type });
  });
}

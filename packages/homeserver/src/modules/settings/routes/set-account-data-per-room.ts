import { setAccountDataPerRoom } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SettingsService } from '../service.ts';

export function setAccountDataPerRoomRoute(settings: SettingsService) {
  return route(setAccountDataPerRoom, async ({ params, body, caller }) => {
    const { userId: owner, roomId, type } = params;
    await settings.set({ caller: caller.userId, owner, roomId, type }, body);
    return {};
  });
}

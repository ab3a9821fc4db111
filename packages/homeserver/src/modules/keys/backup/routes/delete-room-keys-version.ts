import { deleteRoomKeysVersion } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';

export function deleteRoomKeysVersionRoute(keys: KeyService) {
  return route(deleteRoomKeysVersion, async ({ params, caller }) => {
    await keys.deleteBackup(caller.userId, params.version);
    return {};
  });
}

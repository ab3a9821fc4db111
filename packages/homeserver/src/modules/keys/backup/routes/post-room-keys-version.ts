import { postRoomKeysVersion } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';

export function postRoomKeysVersionRoute(keys: KeyService) {
  return route(postRoomKeysVersion, async ({ body, caller }) => {
    const info = { algorithm: body.algorithm, authData: body.auth_data };
    const backup = await keys.createBackup(caller.userId, info);
    return { version: `${backup.version}` };
  });
}

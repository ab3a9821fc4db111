import { putRoomKeysVersion } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { refuse } from '../../errors.ts';

export function putRoomKeysVersionRoute(keys: KeyService) {
  return route(putRoomKeysVersion, async ({ params, body, caller }) => {
    if (body.version !== undefined && body.version !== params.version) {
      throw refuse('backup_info_mismatch', 'The version in the body is another one.');
    }
    const info = { algorithm: body.algorithm, authData: body.auth_data };
    await keys.updateBackup(caller.userId, params.version, info);
    return {};
  });
}

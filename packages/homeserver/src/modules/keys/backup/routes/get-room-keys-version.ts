import { getRoomKeysVersion } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { versionReply } from '../backup-replies.ts';

export function getRoomKeysVersionRoute(keys: KeyService) {
  return route(getRoomKeysVersion, async ({ params, caller }) =>
    versionReply(await keys.getBackup(caller.userId, params.version)),
  );
}

import { getRoomKeysVersionCurrent } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { versionReply } from '../backup-replies.ts';

export function getRoomKeysVersionCurrentRoute(keys: KeyService) {
  return route(getRoomKeysVersionCurrent, async ({ caller }) =>
    versionReply(await keys.getBackup(caller.userId, null)),
  );
}

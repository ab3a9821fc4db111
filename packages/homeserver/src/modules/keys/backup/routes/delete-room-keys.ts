import { deleteRoomKeys } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { stateReply } from '../backup-replies.ts';

export function deleteRoomKeysRoute(keys: KeyService) {
  return route(deleteRoomKeys, async ({ query, caller }) => {
    const backup = { userId: caller.userId, version: query.version };
    return stateReply(await keys.deleteKeys(backup, {}));
  });
}

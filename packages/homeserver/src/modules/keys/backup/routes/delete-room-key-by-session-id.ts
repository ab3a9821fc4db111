import { deleteRoomKeyBySessionId } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { stateReply } from '../backup-replies.ts';

export function deleteRoomKeyBySessionIdRoute(keys: KeyService) {
  return route(deleteRoomKeyBySessionId, async ({ params, query, caller }) => {
    const backup = { userId: caller.userId, version: query.version };
    return stateReply(await keys.deleteKeys(backup, params));
  });
}

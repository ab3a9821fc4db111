import { deleteRoomKeysByRoomId } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { stateReply } from '../backup-replies.ts';

export function deleteRoomKeysByRoomIdRoute(keys: KeyService) {
  return route(deleteRoomKeysByRoomId, async ({ params, query, caller }) => {
    const backup = { userId: caller.userId, version: query.version };
    return stateReply(await keys.deleteKeys(backup, params));
  });
}

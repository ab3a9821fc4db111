import { putRoomKeyBySessionId } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { stateReply } from '../backup-replies.ts';

export function putRoomKeyBySessionIdRoute(keys: KeyService) {
  return route(putRoomKeyBySessionId, async ({ params, query, body, caller }) => {
    const backup = { userId: caller.userId, version: query.version };
    return stateReply(await keys.putKeys(backup, [{ ...params, key: body }]));
  });
}

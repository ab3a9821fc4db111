import { putRoomKeysByRoomId } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { stateReply } from '../backup-replies.ts';

export function putRoomKeysByRoomIdRoute(keys: KeyService) {
  return route(putRoomKeysByRoomId, async ({ params, query, body, caller }) => {
    const { roomId } = params;
    const sessions = Object.entries(body.sessions).map(([sessionId, key]) => ({
      roomId,
      sessionId,
      key,
    }));
    const backup = { userId: caller.userId, version: query.version };
    return stateReply(await keys.putKeys(backup, sessions));
  });
}

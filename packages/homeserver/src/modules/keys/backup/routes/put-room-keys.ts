import { putRoomKeys } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { stateReply } from '../backup-replies.ts';

export function putRoomKeysRoute(keys: KeyService) {
  return route(putRoomKeys, async ({ query, body, caller }) => {
    const sessions = Object.entries(body.rooms).flatMap(([roomId, room]) =>
      Object.entries(room.sessions).map(([sessionId, key]) => ({ roomId, sessionId, key })),
    );
    const backup = { userId: caller.userId, version: query.version };
    return stateReply(await keys.putKeys(backup, sessions));
  });
}

import { getRoomKeysByRoomId } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { jsonStream } from '../backup-replies.ts';
import { roomText } from '../backup-text.ts';

export function getRoomKeysByRoomIdRoute(keys: KeyService) {
  return route(getRoomKeysByRoomId, async ({ params, query, caller }) => {
    const backup = { userId: caller.userId, version: query.version };
    return jsonStream(roomText(await keys.readKeys(backup, params.roomId)));
  });
}

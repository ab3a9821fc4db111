import { getRoomKeys } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';
import { jsonStream } from '../backup-replies.ts';
import { roomsText } from '../backup-text.ts';

export function getRoomKeysRoute(keys: KeyService) {
  return route(getRoomKeys, async ({ query, caller }) => {
    const backup = { userId: caller.userId, version: query.version };
    return jsonStream(roomsText(await keys.readKeys(backup, null)));
  });
}

import { getRoomKeyBySessionId } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { KeyService } from '../../service.ts';

export function getRoomKeyBySessionIdRoute(keys: KeyService) {
  return route(getRoomKeyBySessionId, async ({ params, query, caller }) =>
    keys.getKey({ userId: caller.userId, version: query.version }, params),
  );
}

import { getKeysChanges } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { KeyService } from '../service.ts';

export function getKeysChangesRoute(keys: KeyService) {
  return route(getKeysChanges, async ({ query, caller }) => {
    const { changed, left } = await keys.listDeviceChanges(caller.userId, query.from, query.to);
    return { changed: [...changed], left: [...left] };
  });
}

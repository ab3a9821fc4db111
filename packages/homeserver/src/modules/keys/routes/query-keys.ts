import { queryKeys, type UserId } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { KeyService } from '../service.ts';

export function queryKeysRoute(keys: KeyService) {
  return route(queryKeys, async ({ body, caller }) => {
    // SAFETY: names that are nobody's find no keys.
    const query = new Map(Object.entries(body.device_keys)) as Map<
      UserId,
      (typeof body.device_keys)[string]
    >;
    const visible = await keys.queryKeys(caller.userId, query);
    return {
      failures: visible.failures,
      device_keys: visible.deviceKeys,
      master_keys: visible.masterKeys,
      self_signing_keys: visible.selfSigningKeys,
      user_signing_keys: visible.userSigningKeys,
    };
  });
}

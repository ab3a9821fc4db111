import { uploadKeys } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { KeyService } from '../service.ts';

export function uploadKeysRoute(keys: KeyService) {
  return route(uploadKeys, async ({ body, caller }) => {
    const { counts } = await keys.uploadKeys(caller, {
      deviceKeys: body.device_keys ?? null,
      oneTimeKeys: body.one_time_keys ?? {},
      fallbackKeys: body.fallback_keys ?? {},
    });
    return { one_time_key_counts: { ...counts } };
  });
}

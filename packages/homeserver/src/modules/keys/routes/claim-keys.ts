import { claimKeys, type DeviceId, type OneTimeKey, type UserId } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { KeyService } from '../service.ts';

export function claimKeysRoute(keys: KeyService) {
  return route(claimKeys, async ({ body }) => {
    const wanted = Object.entries(body.one_time_keys).flatMap(([userId, byDevice]) =>
      Object.entries(byDevice).map(([deviceId, algorithm]) => ({
        // SAFETY: names that are nobody's find no keys.
        userId: userId as UserId,
        deviceId: deviceId as DeviceId,
        algorithm,
      })),
    );
    const { keys: claimed, failures } = await keys.claimKeys(wanted);

    const byUser = new Map<string, Map<string, Record<string, OneTimeKey>>>();
    for (const { userId, deviceId, algorithm, keyId, key } of claimed) {
      const byDevice = byUser.get(userId) ?? new Map<string, Record<string, OneTimeKey>>();
      byUser.set(userId, byDevice.set(deviceId, { [`${algorithm}:${keyId}`]: key }));
    }
    return {
      failures,
      one_time_keys: Object.fromEntries(
        [...byUser].map(([userId, byDevice]) => [userId, Object.fromEntries(byDevice)]),
      ),
    };
  });
}

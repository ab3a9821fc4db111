import { uploadCrossSigningSignatures, type JsonObject, type UserId } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { KeyService } from '../service.ts';

export function uploadCrossSigningSignaturesRoute(keys: KeyService) {
  return route(uploadCrossSigningSignatures, async ({ body, caller }) => {
    const signedKeys = Object.entries(body).flatMap(([userId, byKey]) =>
      Object.entries(byKey).map(([key, signed]) => ({
        // SAFETY: names that are nobody's find no keys, and the body was parsed from JSON.
        userId: userId as UserId,
        key,
        signed: signed as JsonObject,
      })),
    );
    const rejected = await keys.uploadSignatures(caller.userId, signedKeys);

    const failures = new Map<string, Map<string, (typeof rejected)[number]['reason']>>();
    for (const { userId, key, reason } of rejected) {
      failures.set(userId, (failures.get(userId) ?? new Map()).set(key, reason));
    }
    return {
      failures: Object.fromEntries(
        [...failures].map(([userId, byKey]) => [userId, Object.fromEntries(byKey)]),
      ),
    };
  });
}

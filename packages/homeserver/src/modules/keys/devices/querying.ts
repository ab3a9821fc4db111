import type { CrossSigningKey, DeviceId, UserId } from '@sotto/protocol';
import { crossSigningStore } from '../cross-signing/cross-signing-store.ts';
import { signatureStore } from '../cross-signing/signature-store.ts';
import { failuresOf, isLocal } from '../local.ts';
import type { KeyDeps } from '../ports.ts';
import type { CrossSigningUsage } from '../tables.ts';
import { deviceKeyStore } from './device-key-store.ts';
import { SignatureBook, type SignableKey } from './signature-book.ts';

/** People, and which of their devices: an empty list means all. */
export type KeyQuery = ReadonlyMap<UserId, readonly DeviceId[]>;

type KeysByUser = Readonly<Record<string, CrossSigningKey>>;

/** The keys one person may see, ready for the wire. */
export interface VisibleKeys {
  readonly failures: Readonly<Record<string, object>>;
  readonly deviceKeys: Readonly<Record<string, Readonly<Record<string, SignableKey>>>>;
  readonly masterKeys: KeysByUser;
  readonly selfSigningKeys: KeysByUser;
  readonly userSigningKeys: KeysByUser;
}

export interface KeyQuerying {
  /**
   * The keys of these people as the asker may see them. Every local person asked for is in the
   * answer, even with no device at all: clients ask again at once for whoever is missing.
   */
  queryKeys(asker: UserId, query: KeyQuery): Promise<VisibleKeys>;
}

export function createKeyQuerying({ db, serverName, listDevices }: KeyDeps): KeyQuerying {
  return {
    async queryKeys(asker, query) {
      const userIds = [...query.keys()].filter((userId) => isLocal(userId, serverName));
      const devices = await listDevices(db.read, userIds);
      const stored = await deviceKeyStore.list(db.read, userIds);
      const crossSigning = await crossSigningStore.list(db.read, userIds);
      const signatures = new SignatureBook(
        await signatureStore.listVisible(db.read, asker, userIds),
      );

      const bodies = new Map(stored.map((one) => [nameOf(one), one.deviceKeys]));
      const byUser = new Map(userIds.map((userId) => [userId, new Map<string, SignableKey>()]));
      for (const { userId, deviceId, displayName } of devices) {
        const asked = query.get(userId) ?? [];
        const body = bodies.get(nameOf({ userId, deviceId }));
        if (!body || (asked.length > 0 && !asked.includes(deviceId))) continue;
        const unsigned = displayName === null ? {} : { device_display_name: displayName };
        const signed = signatures.addTo(body, { userId, key: deviceId });
        byUser.get(userId)?.set(deviceId, { ...signed, unsigned });
      }

      const keysFor = (usage: CrossSigningUsage): KeysByUser =>
        Object.fromEntries(
          crossSigning
            .filter((key) => key.usage === usage)
            .map(({ userId, publicKey, body }) => [
              userId,
              signatures.addTo(body, { userId, key: publicKey }),
            ]),
        );
      const own = keysFor('user_signing')[asker];
      return {
        failures: failuresOf(query.keys(), serverName),
        deviceKeys: Object.fromEntries(
          [...byUser].map(([userId, keys]) => [userId, Object.fromEntries(keys)]),
        ),
        masterKeys: keysFor('master'),
        selfSigningKeys: keysFor('self_signing'),
        userSigningKeys: own ? { [asker]: own } : {},
      };
    },
  };
}

function nameOf({ userId, deviceId }: { userId: UserId; deviceId: DeviceId }): string {
  return `${userId} ${deviceId}`;
}

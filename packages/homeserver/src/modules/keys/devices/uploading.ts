import type { DeviceKeys, OneTimeKey } from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import { crossSigningStore } from '../cross-signing/cross-signing-store.ts';
import { signatureStore } from '../cross-signing/signature-store.ts';
import type { DeviceChanges } from '../changes/device-changes.ts';
import { refuse } from '../errors.ts';
import type { KeyDeps } from '../ports.ts';
import {
  changesIdentity,
  checkDeviceKeys,
  checkOneOfEach,
  isSameKey,
  parsePublishedKeys,
  storedFormOf,
  type DeviceRef,
  type PublishedKey,
} from './device-key-rules.ts';
import { deviceKeyStore } from './device-key-store.ts';
import { fallbackKeyStore } from './fallback-key-store.ts';
import type { KeyCounter, KeyCounts } from './key-counts.ts';
import { oneTimeKeyStore } from './one-time-key-store.ts';

/**
 * Unclaimed keys kept for each algorithm. Some devices forget the private halves of all but their
 * newest hundred: an older one handed out would make a message nobody can read. So the oldest are
 * withdrawn, which harms nobody, instead of refusing an upload that a client would repeat for ever.
 */
export const ONE_TIME_KEYS_MAX = 100;

/** Ids remembered after their keys were given out: several times what one upload can repeat. */
export const CLAIMED_IDS_MAX = 1_000;

export interface KeyUpload {
  readonly deviceKeys: DeviceKeys | null;
  readonly oneTimeKeys: Readonly<Record<string, OneTimeKey>>;
  readonly fallbackKeys: Readonly<Record<string, OneTimeKey>>;
}

export interface KeyUploading {
  /** Publishes keys of the calling device. Any part of it may be repeated without effect. */
  uploadKeys(device: DeviceRef, upload: KeyUpload): Promise<KeyCounts>;
}

export function createKeyUploading(
  { db, verifier, holdDevice }: KeyDeps,
  counter: KeyCounter,
  changes: DeviceChanges,
): KeyUploading {
  async function saveDeviceKeys(
    txn: Txn,
    device: DeviceRef,
    deviceKeys: DeviceKeys,
  ): Promise<void> {
    const body = storedFormOf(deviceKeys);
    if (await crossSigningStore.hasPublicKey(txn.db, device.userId, device.deviceId)) {
      throw refuse('key_name_taken', 'A cross-signing key has the name of this device.');
    }
    if (!(await deviceKeyStore.insert(txn, device, body))) {
      const before = await deviceKeyStore.find(txn.db, device);
      if (before && JSON.stringify(before) === JSON.stringify(body)) return;
      if (before && changesIdentity(before, deviceKeys)) {
        throw refuse('identity_key_changed', 'A device keeps its identity keys. Sign in anew.');
      }
      await deviceKeyStore.replace(txn, device, body);
      await signatureStore.deleteOn(txn, device.userId, [device.deviceId]);
    }
    await changes.announce(txn, device.userId);
  }

  async function addOneTimeKeys(
    txn: Txn,
    device: DeviceRef,
    keys: readonly PublishedKey[],
  ): Promise<void> {
    await oneTimeKeyStore.add(txn, device, keys);
    for (const algorithm of new Set(keys.map((key) => key.algorithm))) {
      const wanted = { ...device, algorithm };
      await oneTimeKeyStore.withdrawOldest(txn, wanted, ONE_TIME_KEYS_MAX);
      await oneTimeKeyStore.forgetClaimed(txn, wanted, CLAIMED_IDS_MAX);
    }
  }

  /**
   * Leaves out what was uploaded before, claimed since or not. Reads only: a client that is stuck
   * with a reused id repeats its upload for ever, and must not keep the writer busy.
   */
  async function listNew(
    device: DeviceRef,
    keys: readonly PublishedKey[],
  ): Promise<PublishedKey[]> {
    if (keys.length === 0) return [];
    const known = new Map(
      (await oneTimeKeyStore.listNamed(db.read, device, keys)).map((key) => [nameOf(key), key]),
    );
    return keys.filter((key) => {
      const before = known.get(nameOf(key));
      if (before && !isSameKey(before.key, key.key)) {
        throw refuse('key_id_reused', 'Another one-time key was uploaded with this id.');
      }
      return !before;
    });
  }

  return {
    async uploadKeys(device, { deviceKeys, oneTimeKeys, fallbackKeys }) {
      if (deviceKeys) checkDeviceKeys(deviceKeys, device, verifier);
      const published = parsePublishedKeys(oneTimeKeys, device);
      const fallbacks = parsePublishedKeys(fallbackKeys, device);
      checkOneOfEach(fallbacks);

      const added = await listNew(device, published);
      if (deviceKeys || added.length > 0 || fallbacks.length > 0) {
        await db.write(async (txn) => {
          if (!(await holdDevice(txn, device.userId, device.deviceId))) {
            throw refuse('device_gone', 'This device was signed out.');
          }
          if (deviceKeys) await saveDeviceKeys(txn, device, deviceKeys);
          if (added.length > 0) await addOneTimeKeys(txn, device, added);
          for (const fallback of fallbacks) await fallbackKeyStore.set(txn, device, fallback);
          counter.changed(txn, [device]);
        });
      }
      return counter.count(device);
    },
  };
}

function nameOf({ algorithm, keyId }: PublishedKey): string {
  return `${algorithm}:${keyId}`;
}

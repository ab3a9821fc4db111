import type { DeviceId, UserId } from '@sotto/protocol';
import type { Database, Txn } from '../../../storage/index.ts';
import type { BackupPurge } from '../backup/backup-purge.ts';
import { backupVersionStore } from '../backup/backup-version-store.ts';
import { crossSigningStore } from '../cross-signing/cross-signing-store.ts';
import { signatureStore } from '../cross-signing/signature-store.ts';
import type { DeviceChanges } from '../changes/device-changes.ts';
import { deviceKeyStore } from '../devices/device-key-store.ts';
import { fallbackKeyStore } from '../devices/fallback-key-store.ts';
import type { KeyCounter } from '../devices/key-counts.ts';
import { oneTimeKeyStore } from '../devices/one-time-key-store.ts';
import { toDeviceStore } from '../to-device/to-device-store.ts';

/** What goes when devices and people do, in the transaction that removes them. */
export interface CleanUp {
  /** Removes keys and waiting messages, and tells everyone who would have encrypted for them. */
  removeDevices(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<void>;
  /** Removes a person's identity and backups. Their devices have been removed before. */
  removePerson(txn: Txn, userId: UserId): Promise<void>;
  /**
   * Withdraws all one-time keys, after a backup of the database was restored: those claimed since
   * it was made would be given out again. Devices upload new ones, and fallback keys stay.
   */
  withdrawOneTimeKeys(): Promise<void>;
}

export interface CleanUpDeps {
  readonly db: Database;
  readonly counter: KeyCounter;
  readonly changes: DeviceChanges;
  readonly purge: BackupPurge;
}

export function createCleanUp({ db, counter, changes, purge }: CleanUpDeps): CleanUp {
  return {
    async removeDevices(txn, userId, deviceIds) {
      if (deviceIds.length === 0) return;
      const known = await deviceKeyStore.delete(txn, userId, deviceIds);
      await oneTimeKeyStore.delete(txn, userId, deviceIds);
      await fallbackKeyStore.delete(txn, userId, deviceIds);
      await toDeviceStore.delete(txn, userId, deviceIds);
      await signatureStore.deleteOn(txn, userId, deviceIds);
      await signatureStore.deleteBy(txn, userId, deviceIds);
      counter.changed(
        txn,
        deviceIds.map((deviceId) => ({ userId, deviceId })),
      );
      if (known.length > 0) await changes.announce(txn, userId);
    },

    async removePerson(txn, userId) {
      const keys = await crossSigningStore.list(txn.db, [userId]);
      const publicKeys = keys.map(({ publicKey }) => publicKey);
      await crossSigningStore.delete(
        txn,
        userId,
        keys.map(({ usage }) => usage),
      );
      await signatureStore.deleteOn(txn, userId, publicKeys);
      await signatureStore.deleteBy(txn, userId, publicKeys);
      await backupVersionStore.markAllDeleted(txn, userId);
      purge.begin(txn);
      if (keys.length > 0) await changes.announce(txn, userId);
    },

    withdrawOneTimeKeys: () =>
      db.write(async (txn) => {
        await oneTimeKeyStore.withdrawAll(txn);
        counter.forgetAll(txn);
      }),
  };
}

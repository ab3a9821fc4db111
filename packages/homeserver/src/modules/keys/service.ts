import type { Awaitable } from '@sotto/kit';
import type { Db, Txn } from '../../storage/index.ts';
import type { DeviceId, UserId } from '@sotto/protocol';
import { createBackupKeys, type BackupKeys } from './backup/backup-keys.ts';
import { createBackupPurge, type BackupPurge } from './backup/backup-purge.ts';
import { createBackupVersions, type BackupVersions } from './backup/backup-versions.ts';
import { createCleanUp, type CleanUp } from './removal/clean-up.ts';
import { createCrossSigning, type CrossSigning } from './cross-signing/cross-signing.ts';
import { crossSigningStore } from './cross-signing/cross-signing-store.ts';
import { createSigning, type Signing } from './cross-signing/signing.ts';
import { createDeviceChanges, type DeviceListChanges } from './changes/device-changes.ts';
import { createKeyClaiming, type KeyClaiming } from './devices/claiming.ts';
import { createKeyCounter, type KeyCounts } from './devices/key-counts.ts';
import { createKeyQuerying, type KeyQuerying } from './devices/querying.ts';
import { createKeyUploading, type KeyUploading } from './devices/uploading.ts';
import type { KeyDeps } from './ports.ts';
import { createToDevice, type ToDevice } from './to-device/to-device.ts';

/** The public keys of devices and people, what they send to each other, and their key backups. */
export interface KeyService
  extends
    KeyUploading,
    KeyClaiming,
    KeyQuerying,
    CrossSigning,
    Signing,
    ToDevice,
    BackupVersions,
    BackupKeys,
    CleanUp {
  /** For every `/sync` response. Remembered, so cheap. */
  countOneTimeKeys(userId: UserId, deviceId: DeviceId): Awaitable<KeyCounts>;
  /** When the person's identity was last replaced by another; null if never. */
  findKeysChangedMs(db: Db, userId: UserId): Promise<number | null>;
  /** Whether a cross-signing key has this name, so that no device may. */
  isCrossSigningKey(db: Db, userId: UserId, name: string): Promise<boolean>;
  /** Tells those who know this person's devices that what is public about one of them changed. */
  announceDevices(txn: Txn, userId: UserId): Promise<void>;
  /** What `/sync` would have said of others' devices between two of its tokens. */
  listDeviceChanges(userId: UserId, from: string, to: string): Promise<DeviceListChanges>;
  /** Removing the keys of deleted backups: resumed at the start, stopped at the end. */
  readonly purge: BackupPurge;
}

export function createKeyService(deps: KeyDeps): KeyService {
  const counter = createKeyCounter(deps.db, deps.clock);
  const changes = createDeviceChanges(deps);
  const purge = createBackupPurge(deps);
  return {
    ...createKeyUploading(deps, counter, changes),
    ...createKeyClaiming(deps, counter),
    ...createKeyQuerying(deps),
    ...createCrossSigning(deps, changes),
    ...createSigning(deps, changes),
    ...createToDevice(deps),
    ...createBackupVersions(deps, purge),
    ...createBackupKeys(deps),
    ...createCleanUp({ db: deps.db, counter, changes, purge }),
    countOneTimeKeys: (userId, deviceId) => counter.count({ userId, deviceId }),
    findKeysChangedMs: (db, userId) => crossSigningStore.findReplacedMs(db, userId),
    isCrossSigningKey: (db, userId, name) => crossSigningStore.hasPublicKey(db, userId, name),
    announceDevices: (txn, userId) => changes.announce(txn, userId),
    listDeviceChanges: (userId, from, to) => changes.listBetween(userId, from, to),
    purge,
  };
}

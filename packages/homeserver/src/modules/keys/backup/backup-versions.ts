import type { UserId } from '@sotto/protocol';
import { LostRaceError } from '../../../storage/index.ts';
import { refuse } from '../errors.ts';
import type { KeyDeps } from '../ports.ts';
import { BACKUPS_MAX, parseVersion } from './backup-rules.ts';
import type { BackupPurge } from './backup-purge.ts';
import { backupVersionStore, type BackupInfo, type BackupVersion } from './backup-version-store.ts';

/** A person's backups. Each is encrypted to a key of its own; the newest is the one in use. */
export interface BackupVersions {
  createBackup(userId: UserId, info: BackupInfo): Promise<BackupVersion>;
  /** The backup with this version, or the one in use if that is null. */
  getBackup(userId: UserId, version: string | null): Promise<BackupVersion>;
  /** Replaces what belongs to the algorithm; the algorithm itself stays. */
  updateBackup(userId: UserId, version: string, info: BackupInfo): Promise<void>;
  /** Deletes a backup with all its keys. Again is fine. */
  deleteBackup(userId: UserId, version: string): Promise<void>;
}

export function createBackupVersions({ db }: KeyDeps, purge: BackupPurge): BackupVersions {
  return {
    createBackup: (userId, info) =>
      db.write(async (txn) => {
        const { backups } = await backupVersionStore.measure(txn.db, userId);
        if (backups >= BACKUPS_MAX) {
          throw refuse('too_many_backups', 'Delete an old backup before creating another.');
        }
        const version = await backupVersionStore.create(txn, userId, info);
        if (version === null) throw new LostRaceError();
        return { ...info, version, etag: 0, keyCount: 0 };
      }),

    async getBackup(userId, version) {
      const known = version === null ? null : parseVersion(version);
      const backup =
        version === null
          ? await backupVersionStore.findCurrent(db.read, userId)
          : known && (await backupVersionStore.find(db.read, { userId, version: known }));
      if (!backup) throw unknownBackup();
      return backup;
    },

    async updateBackup(userId, version, { algorithm, authData }) {
      const known = parseVersion(version);
      await db.write(async (txn) => {
        const backup = known && (await backupVersionStore.lock(txn, { userId, version: known }));
        if (!backup) throw unknownBackup();
        if (backup.algorithm !== algorithm) {
          throw refuse('backup_info_mismatch', 'A backup keeps its algorithm.');
        }
        await backupVersionStore.setAuthData(txn, { userId, version: backup.version }, authData);
      });
    },

    async deleteBackup(userId, version) {
      const known = parseVersion(version);
      await db.write(async (txn) => {
        const ref = known && { userId, version: known };
        if (!ref || !(await backupVersionStore.markDeleted(txn, ref))) throw unknownBackup();
        purge.begin(txn);
      });
    },
  };
}

export function unknownBackup() {
  return refuse('backup_not_found', 'There is no such backup.');
}

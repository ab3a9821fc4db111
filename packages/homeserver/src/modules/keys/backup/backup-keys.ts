import type { SessionBackup, UserId } from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import { refuse } from '../errors.ts';
import type { KeyDeps } from '../ports.ts';
import {
  backupKeyStore,
  type Cursor,
  type KeySelection,
  type StoredSession,
} from './backup-key-store.ts';
import {
  checkSessions,
  isBetterKey,
  KEYS_PER_USER_MAX,
  parseVersion,
  type SessionKey,
} from './backup-rules.ts';
import { backupVersionStore, type BackupRef } from './backup-version-store.ts';
import { unknownBackup } from './backup-versions.ts';

/** A backup as its owner names it. */
export interface NamedBackup {
  readonly userId: UserId;
  readonly version: string;
}

/** What a write leaves behind. */
export interface BackupState {
  readonly etag: number;
  readonly keyCount: number;
}

export interface BackupKeys {
  /** Stores the keys that are better than those there. Only the backup in use takes keys. */
  putKeys(backup: NamedBackup, sessions: readonly SessionKey[]): Promise<BackupState>;
  getKey(backup: NamedBackup, session: Cursor): Promise<SessionBackup>;
  /** The keys of a backup, or of one room in it, in the order of room and session. */
  readKeys(backup: NamedBackup, roomId: string | null): Promise<AsyncIterable<StoredSession>>;
  deleteKeys(backup: NamedBackup, selection: KeySelection): Promise<BackupState>;
}

const PAGE_KEYS = 500;
/** Others' writes wait for no more than this. */
const DELETE_KEYS = 2_000;

export function createBackupKeys({ db }: KeyDeps): BackupKeys {
  async function getRef({ userId, version }: NamedBackup): Promise<BackupRef> {
    const known = parseVersion(version);
    const ref = known && { userId, version: known };
    if (!ref || !(await backupVersionStore.find(db.read, ref))) throw unknownBackup();
    return ref;
  }

  async function lockCurrent(txn: Txn, { userId, version }: NamedBackup) {
    const current = await backupVersionStore.findCurrent(txn.db, userId);
    if (!current) throw unknownBackup();
    if (`${current.version}` !== version) {
      throw refuse('wrong_backup_version', 'Keys go to the newest backup.', {
        current_version: `${current.version}`,
      });
    }
    const backup = await backupVersionStore.lock(txn, { userId, version: current.version });
    if (!backup) throw unknownBackup();
    return backup;
  }

  async function* pages(ref: BackupRef, roomId: string | null): AsyncGenerator<StoredSession> {
    let after: Cursor | null = null;
    for (;;) {
      const page: StoredSession[] = await backupKeyStore.listPage(db.read, ref, {
        roomId,
        after,
        limit: PAGE_KEYS,
      });
      yield* page;
      after = page.at(-1) ?? null;
      if (page.length < PAGE_KEYS) return;
    }
  }

  return {
    async putKeys(named, sessions) {
      checkSessions(sessions);
      return db.write(async (txn) => {
        const backup = await lockCurrent(txn, named);
        const ref = { userId: named.userId, version: backup.version };
        const stored = new Map(
          (await backupKeyStore.listRanks(txn.db, ref, sessions)).map((one) => [nameOf(one), one]),
        );
        const better = sessions.filter((session) => {
          const before = stored.get(nameOf(session));
          return !before || isBetterKey(session.key, before.rank);
        });
        if (better.length === 0) return backup;

        const growth = better.filter((session) => !stored.has(nameOf(session))).length;
        const { keys } = await backupVersionStore.measure(txn.db, named.userId);
        if (growth > 0 && keys + growth > KEYS_PER_USER_MAX) {
          throw refuse('backup_full', 'The backups of this account hold too many keys.');
        }
        await backupKeyStore.put(txn, ref, better);
        await backupVersionStore.recordWrite(txn, ref, growth);
        return { etag: backup.etag + 1, keyCount: backup.keyCount + growth };
      });
    },

    async getKey(named, session) {
      const stored = await backupKeyStore.find(db.read, await getRef(named), session);
      if (!stored) throw refuse('backup_key_not_found', 'This key is not in the backup.');
      // SAFETY: only JSON objects are stored.
      const data = JSON.parse(stored.sessionData) as SessionBackup['session_data'];
      return { ...stored.rank, session_data: data };
    },

    readKeys: async (named, roomId) => pages(await getRef(named), roomId),

    async deleteKeys(named, selection) {
      const ref = await getRef(named);
      for (;;) {
        const { removed, state } = await db.write(async (txn) => {
          const backup = await backupVersionStore.lock(txn, ref);
          if (!backup) throw unknownBackup();
          const chosen = { ...selection, limit: DELETE_KEYS };
          const removed = await backupKeyStore.delete(txn, ref, chosen);
          if (removed === 0) return { removed, state: backup };
          await backupVersionStore.recordWrite(txn, ref, -removed);
          const state = { etag: backup.etag + 1, keyCount: backup.keyCount - removed };
          return { removed, state };
        });
        if (removed < DELETE_KEYS) return state;
      }
    },
  };
}

function nameOf({ roomId, sessionId }: Cursor): string {
  return `${roomId} ${sessionId}`;
}

import type { Txn } from '../../../storage/index.ts';
import type { KeyDeps } from '../ports.ts';
import { backupKeyStore } from './backup-key-store.ts';
import { backupVersionStore } from './backup-version-store.ts';

/** A backup may hold many keys: in pieces this small, others' writes do not wait for its removal. */
const PURGE_KEYS = 2_000;

/** Removes the keys of deleted backups, in the background. They are hidden before it begins. */
export interface BackupPurge {
  /** Begins once the deletion is committed. */
  begin(txn: Txn): void;
  /** Goes on with what was left when the server stopped. */
  resume(): void;
  /** Stops after the piece under way. The rest waits for `resume`. */
  close(): Promise<void>;
}

export function createBackupPurge({ db, log }: KeyDeps): BackupPurge {
  let running: Promise<void> = Promise.resolve();
  const closing = new AbortController();

  async function purge(): Promise<void> {
    while (!closing.signal.aborted) {
      const leftover = await backupVersionStore.findLeftover(db.read);
      if (!leftover) return;
      await db.write(async (txn) => {
        const removed = await backupKeyStore.delete(txn, leftover, { limit: PURGE_KEYS });
        if (removed < PURGE_KEYS) await backupVersionStore.setEmpty(txn, leftover);
      });
    }
  }

  function resume(): void {
    running = running.then(purge).catch((cause: unknown) => {
      // NOTE: the keys stay hidden, and the next deletion or start tries again.
      log.warn({ err: cause }, 'keys of a deleted backup could not be removed');
    });
  }

  return {
    begin: (txn) => txn.afterCommit(resume),
    resume,
    async close() {
      closing.abort();
      await running;
    },
  };
}

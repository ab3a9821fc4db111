import { RustBackupManager } from 'matrix-js-sdk/lib/rust-crypto/backup.js';

/** Keys go to the backup at once instead of after up to ten seconds, which no test should wait. */
export function backUpPromptly(): void {
  Object.assign(RustBackupManager, { maxBackupLoopStartDelayMillis: 0 });
}

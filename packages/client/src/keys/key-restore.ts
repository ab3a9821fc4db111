import { CryptoEvent } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Matrix } from '../matrix/matrix.ts';

const RETRY_MS = 30_000;

/**
 * Fetches the keys of earlier messages whenever this device learns the backup key. Messages
 * waiting for a key are decrypted by the SDK as it arrives.
 */
export function restoreKeysWhenKnown({ client, crypto }: Matrix): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function restore(): void {
    crypto.restoreKeyBackup().catch(() => {
      // NOTE: an interrupted restore starts over; keys that arrived stay.
      if (!stopped) timer = setTimeout(restore, RETRY_MS);
    });
  }

  client.on(CryptoEvent.KeyBackupDecryptionKeyCached, restore);
  return () => {
    stopped = true;
    clearTimeout(timer);
    client.off(CryptoEvent.KeyBackupDecryptionKeyCached, restore);
  };
}

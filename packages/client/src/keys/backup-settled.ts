import { CryptoEvent } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { OlmMachine } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { RustCrypto } from 'matrix-js-sdk/lib/rust-crypto/rust-crypto.js';
import type { Matrix } from '../matrix/matrix.ts';

/**
 * Waits until every message key of this device is in the backup, or `patienceMs` have passed.
 * Signing out forgets the keys, and the SDK backs new ones up with some seconds of delay.
 */
export async function untilBackedUp({ client, crypto }: Matrix, patienceMs: number): Promise<void> {
  if ((await crypto.getActiveSessionBackupVersion()) === null) return;
  // SAFETY: `initRustCrypto` makes this class, and nothing public tells how many keys wait.
  const machine = (crypto as RustCrypto)['olmMachine'] as Pick<OlmMachine, 'roomKeyCounts'>;

  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      client.off(CryptoEvent.KeyBackupSessionsRemaining, check);
      resolve();
    };
    const look = async (): Promise<void> => {
      const { total, backedUp } = await machine.roomKeyCounts();
      if (backedUp >= total) finish();
    };
    const check = (): void => void look().catch(finish);
    const timer = setTimeout(finish, patienceMs);
    client.on(CryptoEvent.KeyBackupSessionsRemaining, check);
    check();
  });
}

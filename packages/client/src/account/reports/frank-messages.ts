import type { CryptoBackend } from 'matrix-js-sdk/lib/common-crypto/CryptoBackend.js';

/**
 * Franks every message that is encrypted, whoever sends it: the key goes in before, the commitment stands
 * beside the ciphertext after. Both leave in one request, so a repeated send cannot part them.
 *
 * The SDK has no place for this; what it encrypts with is an object whose one method is stood before.
 */
export function frankMessages(machine: Pick<CryptoBackend, 'encryptEvent'>): void {
  const encrypt = machine.encryptEvent.bind(machine);
  machine.encryptEvent = async (event, room) => {
    const { addKey } = await import('./frank.ts');
    const addCommitment = event.isState() ? () => undefined : await addKey(event);
    await encrypt(event, room);
    addCommitment();
  };
}

import type { KeyValueStore } from './key-value-store.ts';
import { openSlot } from './key-value-store.ts';

const LABEL = new TextEncoder().encode('sotto crypto store');

/**
 * The 32 bytes that open this device's crypto store. They are derived from a browser key that
 * cannot be read out by script, so a copy of the page's data alone does not contain them.
 */
export async function deriveStoreSecret(store: KeyValueStore): Promise<Uint8Array> {
  const slot = openSlot<CryptoKey>(store, 'store-key');
  let key = await slot.get();
  if (!key) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256', length: 256 };
    key = await crypto.subtle.generateKey(algorithm, false, ['sign']);
    await slot.set(key);
  }
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, LABEL));
}

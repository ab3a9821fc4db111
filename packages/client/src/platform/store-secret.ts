import type { KeyValueStore } from './key-value-store.ts';
import { openSlot } from './key-value-store.ts';

/**
 * 32 bytes of this device for one purpose, such as opening its crypto store. They are derived from a browser key that
 * cannot be read out by script, so a copy of the page's data alone does not contain them.
 */
export async function deriveStoreSecret(
  store: KeyValueStore,
  purpose = 'sotto crypto store',
): Promise<Uint8Array<ArrayBuffer>> {
  const slot = openSlot<CryptoKey>(store, 'store-key');
  let key = await slot.get();
  if (!key) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256', length: 256 };
    key = await crypto.subtle.generateKey(algorithm, false, ['sign']);
    await slot.set(key);
  }
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(purpose)));
}

import decryptAESSecretStorageItem from 'matrix-js-sdk/lib/utils/decryptAESSecretStorageItem.js';
import encryptAESSecretStorageItem from 'matrix-js-sdk/lib/utils/encryptAESSecretStorageItem.js';
import type { KeyValueStore } from '../../../platform/key-value-store.ts';
import { deriveStoreSecret } from '../../../platform/store-secret.ts';
import type { KeptMessage } from './kept-message.ts';

const PURPOSE = 'sotto read for reports';

/** A message as it lies on the disk: a copy of the page's data alone does not open it. */
export async function sealKept(store: KeyValueStore, kept: KeptMessage): Promise<unknown> {
  const key = await deriveStoreSecret(store, PURPOSE);
  return encryptAESSecretStorageItem(JSON.stringify(kept), key, PURPOSE);
}

/** Null for what this device did not seal. */
export async function unsealKept(
  store: KeyValueStore,
  sealed: unknown,
): Promise<KeptMessage | null> {
  const key = await deriveStoreSecret(store, PURPOSE);
  try {
    // SAFETY: what is none of it does not open.
    const data = sealed as Parameters<typeof decryptAESSecretStorageItem>[0];
    return JSON.parse(await decryptAESSecretStorageItem(data, key, PURPOSE)) as KeptMessage;
  } catch {
    // NOTE: bytes of another key, or changed ones: they are of no use any more.
    return null;
  }
}

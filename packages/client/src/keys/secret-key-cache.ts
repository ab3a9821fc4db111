import type { CryptoCallbacks } from 'matrix-js-sdk/lib/crypto-api/index.js';

/** Holds the key behind the recovery code while secrets are written or read, and no longer. */
export interface SecretKeyCache {
  /** What the SDK asks for the key through. */
  readonly callbacks: CryptoCallbacks;
  /** Runs `work` with the key at hand; forgets every key afterwards. */
  during<Value>(work: () => Promise<Value>, known?: KnownKey): Promise<Value>;
}

export interface KnownKey {
  readonly keyId: string;
  readonly key: Uint8Array<ArrayBuffer>;
}

export function createSecretKeyCache(): SecretKeyCache {
  const keys = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    callbacks: {
      async getSecretStorageKey({ keys: wanted }) {
        for (const keyId of Object.keys(wanted)) {
          const key = keys.get(keyId);
          if (key) return [keyId, key];
        }
        return null;
      },
      cacheSecretStorageKey: (keyId, _description, key) => void keys.set(keyId, key),
    },
    async during(work, known) {
      if (known) keys.set(known.keyId, known.key);
      try {
        return await work();
      } finally {
        keys.clear();
      }
    },
  };
}

import {
  decodeRecoveryKey,
  encodeRecoveryKey,
  type GeneratedSecretStorageKey,
} from 'matrix-js-sdk/lib/crypto-api/index.js';
import { invariant } from '@sotto/kit';

const KEY_BYTES = 32;

/**
 * A new recovery code: a random key in Matrix's own notation, so that any Matrix client takes it.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#cryptographic-key-representation
 */
export function makeRecoveryCode(): string {
  const code = encodeRecoveryKey(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  invariant(code, 'a key has a code');
  return code;
}

/** The key behind a typed code; null when it is mistyped. Spaces and line breaks do not matter. */
export function readRecoveryCode(code: string): Uint8Array<ArrayBuffer> | null {
  try {
    return decodeRecoveryKey(code.replaceAll(/\s/g, ''));
  } catch {
    // NOTE: wrong characters, length, prefix and check byte all mean the same to a person.
    return null;
  }
}

/** The code as the SDK wants it to create secret storage. */
export function secretStorageKeyOf(code: string): GeneratedSecretStorageKey {
  const privateKey = readRecoveryCode(code);
  invariant(privateKey, 'our own code can be read');
  return { privateKey, encodedPrivateKey: code };
}

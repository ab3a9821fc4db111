import { Attachment, EncryptedAttachment, initAsync } from '@matrix-org/matrix-sdk-crypto-wasm';
import { invariant } from '@sotto/kit';

/**
 * What a reader needs to open an encrypted file, without its address.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#extensions-to-mroommessage-msgtypes
 */
export interface FileKeys {
  readonly v: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly iv: string;
  readonly hashes: Readonly<Record<string, string>>;
}

export interface EncryptedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly keys: FileKeys;
}

/** Encrypts a file under fresh keys of its own. */
export async function encryptFile(plain: Uint8Array): Promise<EncryptedBytes> {
  await initAsync();
  const encrypted = Attachment.encrypt(plain);
  try {
    const keys = encrypted.mediaEncryptionInfo;
    invariant(keys !== undefined, 'a fresh encryption still has its keys');
    return {
      bytes: new Uint8Array(encrypted.encryptedData),
      // SAFETY: the crypto library writes this JSON by the specification.
      keys: JSON.parse(keys) as FileKeys,
    };
  } finally {
    encrypted.free();
  }
}

/** Decrypts a file; throws when its bytes are not the ones that were sent. */
export async function decryptFile(
  bytes: Uint8Array,
  keys: FileKeys,
): Promise<Uint8Array<ArrayBuffer>> {
  await initAsync();
  const encrypted = new EncryptedAttachment(bytes, JSON.stringify(keys));
  try {
    return new Uint8Array(Attachment.decrypt(encrypted));
  } finally {
    encrypted.free();
  }
}

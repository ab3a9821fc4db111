import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { signJson, type JsonObject, type ServerName } from '@sotto/protocol';

/** An Ed25519 key pair as a client would have, for tests. */
export interface KeyPair {
  /** Unpadded base64. */
  readonly publicKey: string;
  /** A copy of the object with one more signature, under the given key name. */
  sign(object: JsonObject, by: { userId: string; name: string }): JsonObject;
}

const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export function createKeyPair(): KeyPair {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, randomBytes(32)]),
    format: 'der',
    type: 'pkcs8',
  });
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    publicKey: unpadded(der.subarray(-32)),
    sign: (object, { userId, name }) =>
      signJson(object, {
        // SAFETY: people sign as servers do, under their own name.
        serverName: userId as ServerName,
        keyId: `ed25519:${name}`,
        sign: (text) => unpadded(sign(null, Buffer.from(text), privateKey)),
      }),
  };
}

/** 32 random bytes, which is all that a Curve25519 key looks like from outside. */
export function randomKey(): string {
  return unpadded(randomBytes(32));
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

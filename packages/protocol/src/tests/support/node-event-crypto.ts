import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { ServerName } from '../../ids.ts';
import type { EventCrypto, SignatureVerifier } from '../../signing/event-crypto.ts';

/** The seed all published signing vectors use. */
const PUBLISHED_SEED = 'YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1';

// The fixed start of a PKCS#8 Ed25519 private key and of an SPKI public key, before their 32 bytes.
const PRIVATE_KEY_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export interface TestCrypto extends EventCrypto, SignatureVerifier {
  readonly publicKey: string;
}

/** Real cryptography for tests, in the name of the published vectors' server unless told otherwise. */
export function createTestCrypto({
  serverName = 'domain',
  seed = PUBLISHED_SEED,
} = {}): TestCrypto {
  const key = Buffer.concat([PRIVATE_KEY_PREFIX, Buffer.from(seed, 'base64')]);
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    // SAFETY: tests name their servers properly.
    serverName: serverName as ServerName,
    keyId: 'ed25519:1',
    publicKey: unpadded(publicKey.subarray(PUBLIC_KEY_PREFIX.length)),
    sha256: (text) => unpadded(createHash('sha256').update(text).digest()),
    sign: (text) => unpadded(sign(null, Buffer.from(text), privateKey)),
    verify: ({ text, signature, publicKey: raw }) => {
      const rawBytes = Buffer.from(raw, 'base64');
      if (rawBytes.length !== 32) return false;
      const spki = Buffer.concat([PUBLIC_KEY_PREFIX, rawBytes]);
      const verifyKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
      return verify(null, Buffer.from(text), verifyKey, Buffer.from(signature, 'base64'));
    },
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

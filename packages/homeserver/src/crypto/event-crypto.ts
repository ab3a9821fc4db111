import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import type { EventCrypto, ServerName, SignatureVerifier } from '@sotto/protocol';
import type { SigningKey } from '../options.ts';

/** RFC 8410: what stands before the 32 raw bytes of an Ed25519 key in its DER form. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PUBLIC_KEY_BYTES = 32;

export type ServerCrypto = EventCrypto & SignatureVerifier;

/** The protocol's cryptography over `node:crypto`, signing in the name of this server. */
export function createServerCrypto(serverName: ServerName, key: SigningKey): ServerCrypto {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, key.seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    serverName,
    keyId: key.keyId,
    sha256: (text) => unpadded(hash('sha256', text, 'base64')),
    sign: (text) => unpadded(sign(null, Buffer.from(text), privateKey).toString('base64')),
    verify: verifySignature,
  };
}

/** Checks an Ed25519 signature; false for anything malformed. */
const verifySignature: SignatureVerifier['verify'] = ({ text, signature, publicKey }) => {
  const key = publicKeyOf(publicKey);
  if (!key) return false;
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
};

function publicKeyOf(base64: string): KeyObject | null {
  const raw = Buffer.from(base64, 'base64');
  if (raw.length !== PUBLIC_KEY_BYTES) return null;
  try {
    return createPublicKey({
      key: Buffer.concat([PUBLIC_PREFIX, raw]),
      format: 'der',
      type: 'spki',
    });
  } catch {
    // NOTE: 32 bytes that are no point of the curve: not a key, and that is the answer.
    return null;
  }
}

function unpadded(base64: string): string {
  return base64.replace(/=+$/, '');
}

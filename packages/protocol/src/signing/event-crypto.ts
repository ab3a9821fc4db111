import type { ServerName } from '../ids.ts';

/** Everything is UTF-8 text in and unpadded standard base64 out: no byte arrays cross this line. */
export interface Hasher {
  /** The SHA-256 of the text's UTF-8 bytes. */
  sha256(text: string): string;
}

/** Signs in the name of one server with one key. */
export interface Signer {
  readonly serverName: ServerName;
  /** The signing key identifier, such as `ed25519:a_1`. */
  readonly keyId: string;
  /** The Ed25519 signature of the text's UTF-8 bytes. */
  sign(text: string): string;
}

/** Checks Ed25519 signatures. */
export interface SignatureVerifier {
  /** False for a wrong signature and for a key or signature that is malformed; never throws. */
  verify(signed: SignedText): boolean;
}

export interface SignedText {
  readonly text: string;
  /** Base64, standard or url-safe, padded or not. */
  readonly signature: string;
  /** Base64, standard or url-safe, padded or not. */
  readonly publicKey: string;
}

/**
 * What the host must supply to make events: the protocol itself holds no cryptography. Built over
 * `node:crypto` on the server.
 */
export type EventCrypto = Hasher & Signer;

import { canonicalJson } from '../json/canonical-json.ts';
import { isJsonObject, ownValue, type JsonObject } from '../json/json-value.ts';
import type { SignatureVerifier, Signer } from './event-crypto.ts';

/** Signing server, then signing key identifier, then signature. */
export type Signatures = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The text a signature of this object covers: canonical JSON without `signatures` and `unsigned`.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#signing-details
 */
export function signedTextOf(object: JsonObject): string {
  const { signatures: _signatures, unsigned: _unsigned, ...signed } = object;
  return canonicalJson(signed);
}

/** A copy of the object with one more signature; those it has already are kept. */
export function signJson(object: JsonObject, signer: Signer): JsonObject {
  const signatures = objectIn(object, 'signatures');
  const ours = objectIn(signatures, signer.serverName);
  const signature = signer.sign(signedTextOf(object));
  return {
    ...object,
    signatures: { ...signatures, [signer.serverName]: { ...ours, [signer.keyId]: signature } },
  };
}

export interface SigningKeys {
  /** The server, or other entity, that should have signed. */
  readonly signedBy: string;
  /** Its public keys by signing key identifier. */
  readonly publicKeys: ReadonlyMap<string, string>;
}

/**
 * Whether the object carries a valid signature by one of these keys. One wrong signature by a known
 * key fails the check; signatures by unknown keys are passed over.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#checking-for-a-signature
 */
export function isSignedJson(
  object: JsonObject,
  { signedBy, publicKeys }: SigningKeys,
  verifier: SignatureVerifier,
): boolean {
  const signatures = objectIn(objectIn(object, 'signatures'), signedBy);
  const text = signedTextOf(object);
  let isSigned = false;
  for (const [keyId, publicKey] of publicKeys) {
    const signature = ownValue(signatures, keyId);
    if (!keyId.startsWith('ed25519:') || signature === undefined) continue;
    if (typeof signature !== 'string') return false;
    if (!verifier.verify({ text, signature, publicKey })) return false;
    isSigned = true;
  }
  return isSigned;
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const value = ownValue(object, key);
  return isJsonObject(value) ? value : {};
}

import {
  isJsonObject,
  isSignedJson,
  ownValue,
  signedTextOf,
  type DeviceKeys,
  type JsonObject,
  type JsonValue,
  type SignatureVerifier,
  type UserId,
} from '@sotto/protocol';
import type { StoredDeviceKeys } from '../devices/device-key-store.ts';
import type { StoredSignature } from './signature-store.ts';

/** Why a signature was not taken, in the words of the wire. */
export type SignatureFault = 'not_found' | 'mismatch' | 'invalid_signature';

export const signatureFaults: Readonly<Record<SignatureFault, { errcode: string; error: string }>> =
  {
    not_found: { errcode: 'M_NOT_FOUND', error: 'There is no such key to sign.' },
    mismatch: { errcode: 'M_INVALID_PARAM', error: 'The signed key is not the published one.' },
    invalid_signature: {
      errcode: 'M_INVALID_SIGNATURE',
      error: 'The signature is missing or not valid.',
    },
  };

/** A public key that may have signed something, by the name signatures carry. */
export interface SigningKeyRef {
  readonly userId: UserId;
  /** A device id, or the public key itself for cross-signing keys. */
  readonly name: string;
  readonly publicKey: string;
}

export interface SignatureClaim {
  readonly targetUserId: UserId;
  readonly targetKey: string;
  /** The key as uploaded by the signer, with signatures. */
  readonly signed: JsonObject;
  /** The key as published; null if there is none. */
  readonly published: JsonObject | null;
  /** Whose signatures may stand on this key. */
  readonly signers: readonly SigningKeyRef[];
}

/**
 * The signatures of an upload that may be kept, or why none may be. Whatever is not by one of the
 * permitted signers is passed over; one wrong signature spoils the whole.
 */
export function checkSignatures(
  { signed, published, signers, ...target }: SignatureClaim,
  verifier: SignatureVerifier,
): readonly StoredSignature[] | SignatureFault {
  if (!published) return 'not_found';
  if (signedTextOf(signed) !== signedTextOf(published)) return 'mismatch';

  const found: StoredSignature[] = [];
  for (const { userId, name, publicKey } of signers) {
    const keyId = `ed25519:${name}`;
    const signature = signatureIn(signed, userId, keyId);
    if (signature === undefined) continue;
    const publicKeys = new Map([[keyId, publicKey]]);
    if (
      typeof signature !== 'string' ||
      !isSignedJson(signed, { signedBy: userId, publicKeys }, verifier)
    ) {
      return 'invalid_signature';
    }
    found.push({ ...target, signerUserId: userId, signerKeyId: keyId, signature });
  }
  return found.length > 0 ? found : 'invalid_signature';
}

/** A person's own devices may vouch for their master key. */
export function devicesAsSigners(devices: readonly StoredDeviceKeys[]): SigningKeyRef[] {
  return devices.map(({ userId, deviceId, deviceKeys }) => ({
    userId,
    name: deviceId,
    publicKey: fingerprintOf(deviceKeys),
  }));
}

function fingerprintOf(deviceKeys: DeviceKeys): string {
  return deviceKeys.keys[`ed25519:${deviceKeys.device_id}`] ?? '';
}

function signatureIn(signed: JsonObject, userId: UserId, keyId: string): JsonValue | undefined {
  const signatures = ownValue(signed, 'signatures');
  const byUser = isJsonObject(signatures) ? ownValue(signatures, userId) : undefined;
  return isJsonObject(byUser) ? ownValue(byUser, keyId) : undefined;
}

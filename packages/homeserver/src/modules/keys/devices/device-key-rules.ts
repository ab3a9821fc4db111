import {
  isSignedJson,
  type DeviceId,
  type DeviceKeys,
  type JsonObject,
  type OneTimeKey,
  type SignatureVerifier,
  type UserId,
} from '@sotto/protocol';
import { refuse } from '../errors.ts';

/** A device, and the person it belongs to. */
export interface DeviceRef {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
}

/** A one-time or fallback key, taken apart. */
export interface PublishedKey {
  readonly algorithm: string;
  readonly keyId: string;
  readonly key: OneTimeKey;
}

/** The two keys by which others know a device. Both are 32 bytes. */
const IDENTITY_ALGORITHMS = ['ed25519', 'curve25519'] as const;
const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}$/;

/** Everyone who writes to this person downloads it; the ones in use are about 1 KiB. */
const DEVICE_KEYS_LENGTH_MAX = 16_384;
const ONE_TIME_KEY_LENGTH_MAX = 4_096;

/**
 * Throws a refusal unless these are the caller's own keys, of the specified form, signed by
 * themselves. Malformed ones would reach everyone who asks for this person's devices.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#device-keys
 */
export function checkDeviceKeys(
  deviceKeys: DeviceKeys,
  { userId, deviceId }: DeviceRef,
  verifier: SignatureVerifier,
): void {
  if (deviceKeys.user_id !== userId || deviceKeys.device_id !== deviceId) {
    throw refuse('foreign_device_keys', 'A device can upload only its own keys.');
  }
  const misnamed = Object.keys(deviceKeys.keys).find((name) => !name.endsWith(`:${deviceId}`));
  if (misnamed !== undefined) {
    throw refuse('invalid_device_keys', 'Each device key is named after the device.');
  }
  for (const algorithm of IDENTITY_ALGORITHMS) {
    if (!PUBLIC_KEY.test(identityKeyOf(deviceKeys, algorithm) ?? '')) {
      throw refuse('invalid_device_keys', `The device needs an ${algorithm} key of 32 bytes.`);
    }
  }
  if (JSON.stringify(deviceKeys).length > DEVICE_KEYS_LENGTH_MAX) {
    throw refuse('invalid_device_keys', 'The device keys are too large.');
  }
  const signingKey = identityKeyOf(deviceKeys, 'ed25519') ?? '';
  const publicKeys = new Map([[`ed25519:${deviceId}`, signingKey]]);
  if (!isSignedJson(deviceKeys, { signedBy: userId, publicKeys }, verifier)) {
    throw refuse('invalid_key_signature', 'The device keys are not signed by the device.');
  }
}

/** What is kept of uploaded keys: signatures by anyone else are not the device's to publish. */
export function storedFormOf(deviceKeys: DeviceKeys): JsonObject {
  const { signatures: _signatures, unsigned: _unsigned, ...signed }: JsonObject = deviceKeys;
  const { user_id: userId, device_id: deviceId } = deviceKeys;
  const keyId = `ed25519:${deviceId}`;
  const signature = deviceKeys.signatures[userId]?.[keyId] ?? '';
  return { ...signed, signatures: { [userId]: { [keyId]: signature } } };
}

/** Whether a device would look like another one to people who know it. */
export function changesIdentity(before: DeviceKeys, after: DeviceKeys): boolean {
  return IDENTITY_ALGORITHMS.some(
    (algorithm) => identityKeyOf(before, algorithm) !== identityKeyOf(after, algorithm),
  );
}

/** Takes uploaded one-time or fallback keys apart, or throws a refusal. */
export function parsePublishedKeys(
  keys: Readonly<Record<string, OneTimeKey>>,
  device: DeviceRef,
): PublishedKey[] {
  return Object.entries(keys).map(([name, key]) => {
    const colon = name.indexOf(':');
    const published = { algorithm: name.slice(0, colon), keyId: name.slice(colon + 1), key };
    checkPublishedKey(published, device);
    return published;
  });
}

/**
 * The signature on a key is for those who claim it: they must check it anyway, since a server may
 * lie. Here it only has to be there.
 *
 * NOTSPEC: algorithms the specification does not name are refused, so that whatever is claimed has a
 * known form. https://spec.matrix.org/v1.19/client-server-api/#key-algorithms
 */
function checkPublishedKey(
  { algorithm, key }: PublishedKey,
  { userId, deviceId }: DeviceRef,
): void {
  if (algorithm === 'curve25519' && typeof key === 'string') return;
  if (algorithm !== 'signed_curve25519' || typeof key === 'string') {
    throw refuse('invalid_one_time_key', 'This is not a signed_curve25519 or a curve25519 key.');
  }
  if (key.signatures[userId]?.[`ed25519:${deviceId}`] === undefined) {
    throw refuse('invalid_one_time_key', 'A one-time key must be signed by its device.');
  }
  if (JSON.stringify(key).length > ONE_TIME_KEY_LENGTH_MAX) {
    throw refuse('invalid_one_time_key', 'A one-time key is too large.');
  }
}

/** Throws a refusal if two fallback keys are for one algorithm: only one can be kept. */
export function checkOneOfEach(fallbackKeys: readonly PublishedKey[]): void {
  const algorithms = new Set(fallbackKeys.map(({ algorithm }) => algorithm));
  if (algorithms.size < fallbackKeys.length) {
    throw refuse('invalid_one_time_key', 'There can be one fallback key for each algorithm.');
  }
}

/** Whether two uploads are of one key. Signing it anew does not make it another. */
export function isSameKey(left: OneTimeKey, right: OneTimeKey): boolean {
  return publicKeyOf(left) === publicKeyOf(right);
}

function publicKeyOf(key: OneTimeKey): string {
  return typeof key === 'string' ? key : key.key;
}

function identityKeyOf(
  deviceKeys: DeviceKeys,
  algorithm: (typeof IDENTITY_ALGORITHMS)[number],
): string | undefined {
  return deviceKeys.keys[`${algorithm}:${deviceKeys.device_id}`];
}

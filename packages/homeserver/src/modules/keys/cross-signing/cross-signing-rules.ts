import {
  isSignedJson,
  signedTextOf,
  type CrossSigningKey,
  type SignatureVerifier,
  type UserId,
} from '@sotto/protocol';
import { refuse } from '../errors.ts';
import type { CrossSigningUsage } from '../tables.ts';
import type { StoredCrossSigningKey } from './cross-signing-store.ts';

/** The keys of one request, or those stored. */
export type CrossSigningSet = Readonly<Partial<Record<CrossSigningUsage, StoredCrossSigningKey>>>;

export interface CrossSigningUpload {
  readonly master: CrossSigningKey | null;
  readonly selfSigning: CrossSigningKey | null;
  readonly userSigning: CrossSigningKey | null;
}

/** Everyone who writes to this person downloads it; the ones in use are below 1 KiB. */
const KEY_LENGTH_MAX = 8_192;

/**
 * Takes an upload apart, or throws a refusal. Signatures other than the master key's are left out:
 * they come separately and are checked then.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysdevice_signingupload
 */
export function parseCrossSigning(upload: CrossSigningUpload, userId: UserId): CrossSigningSet {
  const { master, selfSigning, userSigning } = upload;
  const set: CrossSigningSet = {
    ...(master && { master: parseKey(master, 'master', userId) }),
    ...(selfSigning && { self_signing: parseKey(selfSigning, 'self_signing', userId) }),
    ...(userSigning && { user_signing: parseKey(userSigning, 'user_signing', userId) }),
  };
  const publicKeys = Object.values(set).map(({ publicKey }) => publicKey);
  if (new Set(publicKeys).size < publicKeys.length) {
    throw refuse('invalid_cross_signing_key', 'Each cross-signing key must be another one.');
  }
  return set;
}

function parseKey(
  key: CrossSigningKey,
  usage: CrossSigningUsage,
  userId: UserId,
): StoredCrossSigningKey {
  const [entry] = Object.entries(key.keys);
  if (key.user_id !== userId || key.usage.length !== 1 || key.usage[0] !== usage) {
    throw refuse('invalid_cross_signing_key', `This is not a ${usage} key of this person.`);
  }
  if (!entry || entry[0] !== `ed25519:${entry[1]}`) {
    throw refuse('invalid_cross_signing_key', 'A cross-signing key is named after itself.');
  }
  if (JSON.stringify(key).length > KEY_LENGTH_MAX) {
    throw refuse('invalid_cross_signing_key', 'A cross-signing key is too large.');
  }
  return { usage, publicKey: entry[1], body: key };
}

/** Throws a refusal unless the master key signed the others. Gives them with that signature only. */
export function checkSignedByMaster(
  given: CrossSigningSet,
  stored: CrossSigningSet,
  verifier: SignatureVerifier,
): StoredCrossSigningKey[] {
  const master = given.master ?? stored.master;
  if (!master) throw refuse('master_key_missing', 'There is no master key yet.');
  const userId = master.body.user_id;
  const keyId = `ed25519:${master.publicKey}`;
  const publicKeys = new Map([[keyId, master.publicKey]]);

  return Object.values(given).map(({ usage, publicKey, body }) => {
    if (usage === 'master') return { usage, publicKey, body: withoutSignatures(body) };
    if (!isSignedJson(body, { signedBy: userId, publicKeys }, verifier)) {
      throw refuse('invalid_key_signature', `The ${usage} key is not signed by the master key.`);
    }
    const signature = body.signatures?.[userId]?.[keyId] ?? '';
    const signatures = { [userId]: { [keyId]: signature } };
    return { usage, publicKey, body: Object.assign(withoutSignatures(body), { signatures }) };
  });
}

/** The usages whose key would change. Signing a key anew does not change it. */
export function changedUsages(
  given: CrossSigningSet,
  stored: CrossSigningSet,
): CrossSigningUsage[] {
  return Object.values(given)
    .filter(({ usage, body }) => {
      const before = stored[usage];
      return !before || signedTextOf(before.body) !== signedTextOf(body);
    })
    .map(({ usage }) => usage);
}

/** What ends with these changes. A new master key did not sign what the old one did. */
export function endedKeys(
  changed: readonly CrossSigningUsage[],
  stored: CrossSigningSet,
): StoredCrossSigningKey[] {
  return Object.values(stored).filter(
    ({ usage }) => changed.includes('master') || changed.includes(usage),
  );
}

function withoutSignatures(key: CrossSigningKey): CrossSigningKey {
  const { signatures: _signatures, ...rest } = key;
  return rest;
}

import type { JsonObject, UserId } from '@sotto/protocol';
import type { DeviceChanges } from '../changes/device-changes.ts';
import { deviceKeyStore } from '../devices/device-key-store.ts';
import { refuse } from '../errors.ts';
import { localPeople } from '../local.ts';
import type { KeyDeps } from '../ports.ts';
import { crossSigningStore, type OwnedCrossSigningKey } from './cross-signing-store.ts';
import {
  checkSignatures,
  devicesAsSigners,
  signatureFaults,
  type SignatureFault,
  type SigningKeyRef,
} from './signature-rules.ts';
import { signatureStore, type StoredSignature } from './signature-store.ts';

/** Checking one signature costs about 0.1 ms. */
export const SIGNED_KEYS_MAX = 200;

/** A key somebody signed: whose it is, its device id or public key, and the object with signatures. */
export interface SignedKey {
  readonly userId: UserId;
  readonly key: string;
  readonly signed: JsonObject;
}

export interface RejectedSignature extends Pick<SignedKey, 'userId' | 'key'> {
  readonly reason: (typeof signatureFaults)[SignatureFault];
}

export interface Signing {
  /** Publishes what a person signed with their own keys. Gives those that were not taken. */
  uploadSignatures(signer: UserId, signedKeys: readonly SignedKey[]): Promise<RejectedSignature[]>;
}

export function createSigning(
  { db, serverName, verifier }: KeyDeps,
  changes: DeviceChanges,
): Signing {
  /** What may be signed by whom. Everything else is treated as a key that does not exist. */
  async function readTargets(signer: UserId, userIds: readonly UserId[]) {
    const people = localPeople(new Set([signer, ...userIds]), serverName);
    const crossSigning = await crossSigningStore.list(db.read, people);
    const devices = await deviceKeyStore.list(db.read, [signer]);
    const own = crossSigning.filter(({ userId }) => userId === signer);
    const selfSigners = own.filter(({ usage }) => usage === 'self_signing').map(asSigner);
    const userSigners = own.filter(({ usage }) => usage === 'user_signing').map(asSigner);
    const deviceSigners = devicesAsSigners(devices);

    return ({
      userId,
      key,
    }: SignedKey): { published: JsonObject | null; signers: SigningKeyRef[] } => {
      const master = crossSigning.find(
        (one) => one.userId === userId && one.usage === 'master' && one.publicKey === key,
      );
      if (master) {
        const signers = userId === signer ? deviceSigners : userSigners;
        return { published: master.body, signers };
      }
      const device = userId === signer && devices.find(({ deviceId }) => deviceId === key);
      return { published: device ? device.deviceKeys : null, signers: selfSigners };
    };
  }

  async function save(signer: UserId, signatures: readonly StoredSignature[]): Promise<void> {
    await db.write(async (txn) => {
      const added = await signatureStore.add(txn, signatures);
      const isSeenByOthers = added.some(({ targetUserId }) => targetUserId === signer);
      if (isSeenByOthers) await changes.announce(txn, signer);
      // Whom a person trusts is seen by their own devices only.
      const trusted = new Set(added.map(({ targetUserId }) => targetUserId));
      trusted.delete(signer);
      for (const userId of trusted) await changes.announceTo(txn, userId, [signer]);
    });
  }

  return {
    async uploadSignatures(signer, signedKeys) {
      if (signedKeys.length > SIGNED_KEYS_MAX) {
        throw refuse('too_many_signatures', 'Upload fewer signatures at once.');
      }
      const targetOf = await readTargets(
        signer,
        signedKeys.map(({ userId }) => userId),
      );
      const taken: StoredSignature[] = [];
      const rejected: RejectedSignature[] = [];
      for (const signedKey of signedKeys) {
        const { userId, key, signed } = signedKey;
        const claim = { targetUserId: userId, targetKey: key, signed, ...targetOf(signedKey) };
        const outcome = checkSignatures(claim, verifier);
        if (typeof outcome === 'string') {
          rejected.push({ userId, key, reason: signatureFaults[outcome] });
        } else {
          taken.push(...outcome);
        }
      }
      if (taken.length > 0) await save(signer, taken);
      return rejected;
    },
  };
}

function asSigner({ userId, publicKey }: OwnedCrossSigningKey): SigningKeyRef {
  return { userId, name: publicKey, publicKey };
}

import { LostRaceError, type Db, type Txn } from '../../../storage/index.ts';
import type { Peer } from '../../../http/index.ts';
import type { DeviceChanges } from '../changes/device-changes.ts';
import type { DeviceRef } from '../devices/device-key-rules.ts';
import { deviceKeyStore } from '../devices/device-key-store.ts';
import { refuse } from '../errors.ts';
import type { KeyDeps } from '../ports.ts';
import {
  changedUsages,
  checkSignedByMaster,
  endedKeys,
  parseCrossSigning,
  type CrossSigningSet,
  type CrossSigningUpload,
} from './cross-signing-rules.ts';
import { crossSigningStore, type StoredCrossSigningKey } from './cross-signing-store.ts';
import { checkSignatures, devicesAsSigners } from './signature-rules.ts';
import { signatureStore } from './signature-store.ts';

/** What a person may be asked for before their identity is replaced. */
export interface ProofOffer {
  readonly auth: Readonly<Record<string, unknown>> | null;
  readonly peer: Peer;
}

export interface CrossSigning {
  /**
   * Publishes the keys that make up a person's identity. Freely the first time, and again if nothing
   * changes; replacing them takes proof of who is there.
   */
  uploadCrossSigning(
    caller: DeviceRef,
    upload: CrossSigningUpload,
    offer: ProofOffer,
  ): Promise<void>;
}

export function createCrossSigning(
  { db, clock, uia, verifier, listDevices }: KeyDeps,
  changes: DeviceChanges,
): CrossSigning {
  async function checkNames(db: Db, caller: DeviceRef, given: CrossSigningSet): Promise<void> {
    const devices = await listDevices(db, [caller.userId]);
    const deviceIds = new Set<string>(devices.map(({ deviceId }) => deviceId));
    if (Object.values(given).some(({ publicKey }) => deviceIds.has(publicKey))) {
      throw refuse('key_name_taken', 'A device has the name of this key.');
    }
  }

  /** A new master key usually comes signed by the device that made it. */
  async function saveVouchers(txn: Txn, { publicKey, body }: StoredCrossSigningKey): Promise<void> {
    if (!body.signatures) return;
    const devices = await deviceKeyStore.list(txn.db, [body.user_id]);
    const outcome = checkSignatures(
      {
        targetUserId: body.user_id,
        targetKey: publicKey,
        signed: body,
        published: body,
        signers: devicesAsSigners(devices),
      },
      verifier,
    );
    if (typeof outcome !== 'string') await signatureStore.add(txn, outcome);
  }

  async function save(
    txn: Txn,
    caller: DeviceRef,
    { given, isProved }: { given: CrossSigningSet; isProved: boolean },
  ): Promise<'done' | 'needs_proof'> {
    const { userId } = caller;
    const stored = setOf(await crossSigningStore.list(txn.db, [userId]));
    const checked = checkSignedByMaster(given, stored, verifier);
    const changed = changedUsages(given, stored);
    if (changed.length === 0) return 'done';
    // Whoever holds only an access token may make the first keys of an account, and no others.
    if (stored.master && !isProved) return 'needs_proof';
    await checkNames(txn.db, caller, given);

    const ended = endedKeys(changed, stored);
    const endedUsages = ended.map(({ usage }) => usage);
    const touched = new Set([...changed, ...endedUsages]);
    const added = checked.filter(({ usage }) => touched.has(usage));
    const kept = new Set(added.map(({ publicKey }) => publicKey));
    const gone = ended.map(({ publicKey }) => publicKey).filter((key) => !kept.has(key));

    await crossSigningStore.delete(txn, userId, endedUsages);
    await signatureStore.deleteOn(txn, userId, gone);
    await signatureStore.deleteBy(txn, userId, gone);
    // Another device of the person was first: look again at what there is now.
    const replacedMs = stored.master ? clock.nowMs() : null;
    const fresh = { keys: added, replacedMs };
    if (!(await crossSigningStore.insert(txn, userId, fresh))) throw new LostRaceError();
    if (given.master) await saveVouchers(txn, given.master);

    const isPrivate = [...touched].every((usage) => usage === 'user_signing');
    if (isPrivate) await changes.announceTo(txn, userId, [userId]);
    else await changes.announce(txn, userId);
    return 'done';
  }

  return {
    async uploadCrossSigning(caller, upload, { auth, peer }) {
      const given = parseCrossSigning(upload, caller.userId);
      const outcome = await db.write((txn) => save(txn, caller, { given, isProved: false }));
      if (outcome === 'done') return;
      await uia.require({
        operation: 'uploadCrossSigningKeys',
        userId: caller.userId,
        auth,
        flows: [['m.login.password']],
        about: JSON.stringify(
          Object.values(given).map(({ usage, publicKey }) => [usage, publicKey]),
        ),
        peer,
      });
      await db.write((txn) => save(txn, caller, { given, isProved: true }));
    },
  };
}

function setOf(keys: readonly StoredCrossSigningKey[]): CrossSigningSet {
  return Object.fromEntries(keys.map((key) => [key.usage, key]));
}

import type { UserId } from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import { refuse } from '../errors.ts';
import { failuresOf, isLocal } from '../local.ts';
import type { KeyDeps } from '../ports.ts';
import { fallbackKeyStore } from './fallback-key-store.ts';
import type { KeyCounter } from './key-counts.ts';
import { oneTimeKeyStore, type ClaimedKey, type Wanted } from './one-time-key-store.ts';

/** More devices than a client asks for at once, few enough to answer in a moment. */
const CLAIMS_MAX = 1_000;

export interface Claimed {
  readonly keys: readonly ClaimedKey[];
  /** Servers that were not asked. */
  readonly failures: Readonly<Record<string, object>>;
}

export interface KeyClaiming {
  /**
   * Takes one key for each device: the oldest one-time key, or the fallback key once those are gone.
   * A device with neither is left out.
   */
  claimKeys(wanted: readonly Wanted[]): Promise<Claimed>;
}

export function createKeyClaiming({ db, serverName }: KeyDeps, counter: KeyCounter): KeyClaiming {
  async function takeOneTimeKeys(txn: Txn, wanted: readonly Wanted[]): Promise<ClaimedKey[]> {
    const taken: ClaimedKey[] = [];
    for (let missing = wanted; missing.length > 0; missing = without(missing, taken)) {
      const claimed = await oneTimeKeyStore.takeOldest(txn, missing);
      taken.push(...claimed);
      // Nothing taken though there are keys: another claim was quicker with each of them. Again.
      if (claimed.length === 0 && !(await oneTimeKeyStore.hasNext(txn.db, missing))) break;
    }
    return taken;
  }

  async function takeFallbackKeys(txn: Txn, wanted: readonly Wanted[]): Promise<ClaimedKey[]> {
    if (wanted.length === 0) return [];
    const fallbacks = await fallbackKeyStore.list(txn.db, wanted);
    for (const fallback of fallbacks) {
      if (!fallback.isUsed) await fallbackKeyStore.markUsed(txn, fallback);
    }
    return fallbacks;
  }

  return {
    async claimKeys(wanted) {
      if (wanted.length > CLAIMS_MAX) {
        throw refuse('too_many_claims', 'Ask for fewer keys at once.');
      }
      const failures = failuresOf(new Set<UserId>(wanted.map(({ userId }) => userId)), serverName);
      const local = wanted.filter(({ userId }) => isLocal(userId, serverName));
      if (local.length === 0) return { keys: [], failures };

      const keys = await db.write(async (txn) => {
        const oneTimeKeys = await takeOneTimeKeys(txn, local);
        const fallbackKeys = await takeFallbackKeys(txn, without(local, oneTimeKeys));
        const all = [...oneTimeKeys, ...fallbackKeys];
        counter.changed(txn, all);
        return all;
      });
      return { keys, failures };
    },
  };
}

function without(wanted: readonly Wanted[], taken: readonly ClaimedKey[]): Wanted[] {
  const names = new Set(taken.map(nameOf));
  return wanted.filter((one) => !names.has(nameOf(one)));
}

function nameOf({ userId, deviceId, algorithm }: Wanted): string {
  return JSON.stringify([userId, deviceId, algorithm]);
}

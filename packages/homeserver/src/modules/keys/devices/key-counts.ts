import { BoundedMap, type Awaitable, type Clock } from '@sotto/kit';
import type { Database, Txn } from '../../../storage/index.ts';
import type { DeviceRef } from './device-key-rules.ts';
import { fallbackKeyStore } from './fallback-key-store.ts';
import { oneTimeKeyStore } from './one-time-key-store.ts';

/** What a device is told in every `/sync`, so that it uploads more keys in time. */
export interface KeyCounts {
  /** Unclaimed keys by algorithm. `signed_curve25519` always stands there, if only as zero. */
  readonly counts: Readonly<Record<string, number>>;
  /** Algorithms whose fallback key nobody was given yet. */
  readonly unusedFallback: readonly string[];
}

/** Counts are asked for on every sync and change rarely, so they are remembered. */
export interface KeyCounter {
  count(device: DeviceRef): Awaitable<KeyCounts>;
  /** Called in every transaction that adds or takes keys. */
  changed(txn: Txn, devices: readonly DeviceRef[]): void;
  forgetAll(txn: Txn): void;
}

const DEVICES_REMEMBERED_MAX = 100_000;

/** Other nodes change the counts too. A count this old is a hint a little late, never a wrong key. */
const TRUSTED_MS = 10_000;

interface Remembered {
  /** Also while they are being read. */
  readonly counts: Awaitable<KeyCounts>;
  readonly untilMs: number;
}

export function createKeyCounter(db: Database, clock: Clock): KeyCounter {
  const remembered = new BoundedMap<string, Remembered>(DEVICES_REMEMBERED_MAX);

  async function read(device: DeviceRef): Promise<KeyCounts> {
    const counted = await oneTimeKeyStore.count(db.read, device);
    return {
      counts: { signed_curve25519: 0, ...Object.fromEntries(counted) },
      unusedFallback: await fallbackKeyStore.listUnusedAlgorithms(db.read, device),
    };
  }

  async function countAnew(device: DeviceRef): Promise<KeyCounts> {
    const key = nameOf(device);
    const counting = read(device);
    const untilMs = db.engine === 'sqlite' ? Infinity : clock.nowMs() + TRUSTED_MS;
    // Before the reading is done: a change meanwhile takes it out again.
    const reading = { counts: counting, untilMs };
    remembered.set(key, reading);
    try {
      const counts = await counting;
      if (remembered.get(key) === reading) remembered.set(key, { counts, untilMs });
      return counts;
    } catch (cause) {
      if (remembered.get(key) === reading) remembered.delete(key);
      throw cause;
    }
  }

  return {
    count(device) {
      const known = remembered.get(nameOf(device));
      return known && known.untilMs > clock.nowMs() ? known.counts : countAnew(device);
    },
    changed(txn, devices) {
      txn.afterCommit(() => {
        for (const device of devices) remembered.delete(nameOf(device));
      });
    },
    forgetAll(txn) {
      txn.afterCommit(() => remembered.clear());
    },
  };
}

function nameOf({ userId, deviceId }: DeviceRef): string {
  return `${userId} ${deviceId}`;
}

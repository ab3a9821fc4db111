import { BoundedMap } from '@sotto/kit';
import type { Caller } from '../../../http/index.ts';
import type { Platform } from '../../../platform.ts';
import { deviceStore, type Sighting } from '../devices/device-store.ts';

/** How out of date "last seen" may be. Sparse, because each sighting is a write. */
const SEEN_EVERY_MS = 5 * 60_000;
/** Sightings are gathered so long and written as one. */
const GATHER_MS = 30_000;
const DEVICES_MAX = 50_000;

/** Remembers when and from where each device was last here, off the path of requests. */
export interface SeenRecorder {
  note(caller: Caller, address: string): void;
  /** Writes what was gathered. */
  flush(): Promise<void>;
  /** Writes what was gathered and stops. */
  close(): Promise<void>;
}

export function createSeenRecorder({ db, clock, log }: Platform): SeenRecorder {
  const notedMs = new BoundedMap<string, number>(DEVICES_MAX);
  const gathered = new Map<string, Sighting>();
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    if (gathered.size === 0) return;
    const sightings = [...gathered.values()];
    gathered.clear();
    await db.write((txn) => deviceStore.recordSeen(txn, sightings));
  }

  /** A lost sighting is a slightly older "last seen"; it must not stop anything else. */
  async function flushQuietly(): Promise<void> {
    try {
      await flush();
    } catch (cause) {
      // NOTE: the next sighting makes up for the lost ones.
      log.warn({ err: cause }, 'sightings were not written');
    }
  }

  return {
    flush,
    note({ userId, deviceId }, address) {
      const key = `${userId} ${deviceId}`;
      const nowMs = clock.nowMs();
      if (nowMs - (notedMs.get(key) ?? 0) < SEEN_EVERY_MS) return;
      notedMs.set(key, nowMs);
      gathered.set(key, { userId, deviceId, seenMs: nowMs, address });
      timer ??= setTimeout(() => void flushQuietly(), GATHER_MS).unref();
    },
    close: flushQuietly,
  };
}

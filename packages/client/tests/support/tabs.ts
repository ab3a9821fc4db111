import { onTestFinished } from 'vitest';
import type { TabLock } from '../../src/index.ts';
import { createBrowserTabLock } from '../../src/platform/tab-lock.ts';
import { MemoryLocks } from './memory-locks.ts';

let channels = 0;

/** Tabs of one browser: they share a lock and hear each other. */
export function openTabs(): { open(): TabLock } {
  const locks = new MemoryLocks();
  const name = `sotto-test-${(channels += 1)}`;
  return {
    open() {
      const channel = new BroadcastChannel(name);
      onTestFinished(() => channel.close());
      // SAFETY: a tab lock asks only for what `MemoryLocks` knows.
      return createBrowserTabLock(locks as unknown as LockManager, channel);
    },
  };
}

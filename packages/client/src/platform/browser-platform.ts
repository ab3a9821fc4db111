import { createBrowserImageTool } from '../media/prepare/browser-image-tool.ts';
import { deviceNameOf } from './device-name.ts';
import { createIndexedDbStore } from './indexed-db-store.ts';
import { createBrowserNetworkWatch } from './network-watch.ts';
import type { Platform } from './platform.ts';
import { createBrowserTabLock, createSoleTabLock } from './tab-lock.ts';

const DATABASE = 'sotto';
/** Downloads start in their own time; the address must outlive the click. */
const SAVE_URL_KEPT_MS = 60_000;

/** The platform of a browser page. Call once per page. */
export function createBrowserPlatform(): Platform {
  // NOTE: Web Locks exist only in secure contexts, and so does the rest of what encryption needs.
  const locks: LockManager | undefined = navigator.locks;
  return {
    store: createIndexedDbStore(indexedDB, DATABASE),
    tabLock: locks
      ? createBrowserTabLock(locks, new BroadcastChannel(DATABASE))
      : createSoleTabLock(),
    network: createBrowserNetworkWatch(window),
    images: createBrowserImageTool(),
    indexedDb: indexedDB,
    fetch: (resource, init) => fetch(resource, init),
    schedule(callback) {
      if (document.visibilityState === 'visible') requestAnimationFrame(callback);
      else setTimeout(callback, 0);
    },
    saveFile(bytes, name) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(bytes);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), SAVE_URL_KEPT_MS);
    },
    deviceName: deviceNameOf(navigator.userAgent),
  };
}

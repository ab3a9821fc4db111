import type { ImageTool } from '../media/prepare/image-tool.ts';
import type { KeyValueStore } from './key-value-store.ts';
import type { NetworkWatch } from './network-watch.ts';
import type { TabLock } from './tab-lock.ts';

/** Everything the client takes from its surroundings, so that it also runs without a browser. */
export interface Platform {
  readonly store: KeyValueStore;
  readonly tabLock: TabLock;
  readonly network: NetworkWatch;
  readonly images: ImageTool;
  /** Where the sync and crypto stores live; null keeps them in memory. */
  readonly indexedDb: IDBFactory | null;
  readonly fetch: typeof globalThis.fetch;
  /** Runs `callback` once before the next paint, or soon when nothing is painted. */
  readonly schedule: (callback: () => void) => void;
  /** Hands bytes to the person as a download. */
  saveFile(bytes: Blob, name: string): void;
  /** How this device introduces itself in the list of devices. */
  readonly deviceName: string;
}

export { createSottoClient, type SottoClientOptions } from './session/create-client.ts';
export { createSubject, type Observable, type Subject } from './observable.ts';
export type { ImageTool, OpenImage } from './media/prepare/image-tool.ts';
export { createMemoryStore, type KeyValueStore } from './platform/key-value-store.ts';
export type { NetworkWatch } from './platform/network-watch.ts';
export type { Platform } from './platform/platform.ts';
export type { TabLock } from './platform/tab-lock.ts';
export type * from './types/index.ts';

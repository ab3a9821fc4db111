export { keyReplies, type KeyRefusal } from './errors.ts';
export type { KeyCounts } from './devices/key-counts.ts';
export type { KeyDeps } from './ports.ts';
export { keyRoutes } from './routes/index.ts';
export { createKeyService, type KeyService } from './service.ts';
export type { QueuedEvent } from './to-device/to-device-store.ts';

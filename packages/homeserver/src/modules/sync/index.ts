export { syncReplies, type SyncRefusal } from './errors.ts';
export type { EphemeralPort, KeysPort, ReceiptsPort, SettingsPort, TypedContent } from './ports.ts';
export { syncRoutes } from './routes/index.ts';
export { createSyncService, type SyncService } from './service.ts';

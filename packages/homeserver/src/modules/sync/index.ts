export { syncReplies } from './errors.ts';
export { syncRoutes } from './routes/index.ts';
export { createSyncService, type SyncService } from './service.ts';

export { settingReplies } from './errors.ts';
export { settingRoutes } from './routes/index.ts';
export { createSettingsService, type SettingsService } from './service.ts';

export type { AccountData, AccountDataScope } from './account-data-store.ts';
export { settingReplies, type SettingRefusal } from './errors.ts';
export { settingRoutes } from './routes/index.ts';
export { createSettingsService, type SettingsService } from './service.ts';

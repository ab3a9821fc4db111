export type { Config } from './config.ts';
export { findClosestName } from './closest-name.ts';
export { describeConfig } from './describe-config.ts';
export { isLoopback } from './is-loopback.ts';
export { readSettings, type Environment } from './read-settings.ts';
export { resolveConfig } from './resolve-config.ts';
export { flagOf } from './setting.ts';
export { settings, type SettingName } from './settings.ts';

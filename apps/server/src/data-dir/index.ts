export { lockDataDir } from './lock.ts';
export { openDataDir } from './open-data-dir.ts';
export { settleServerName } from './server-name.ts';
export { createWholeFile } from './whole-file.ts';

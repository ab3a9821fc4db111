export { defineFilter } from './define-filter.ts';
export { getAccountData } from './get-account-data.ts';
export { getAccountDataPerRoom } from './get-account-data-per-room.ts';
export { getFilter } from './get-filter.ts';
export * from './push-rules/index.ts';
export * from './quiet/index.ts';
export { setAccountData } from './set-account-data.ts';
export { setAccountDataPerRoom } from './set-account-data-per-room.ts';
export { syncFilterSchema, type SyncFilter } from './sync-filter.ts';

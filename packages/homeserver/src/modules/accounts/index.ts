export { checkMayAppend, openSuspensions, type Suspensions } from './account/suspensions.ts';
export type { NamedDevice } from './devices/device-store.ts';
export { accountReplies } from './errors.ts';
export { findDisplayNameFault } from './profiles/profile-rules.ts';
export { accountRoutes } from './routes/index.ts';
export { createAccounts, type Accounts } from './service.ts';
export type { Uia } from './uia/uia.ts';

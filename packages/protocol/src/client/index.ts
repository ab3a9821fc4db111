export * from './accounts/index.ts';
export * from './contacts/index.ts';
export * from './keys/index.ts';
export * from './media/index.ts';
export * from './receipts/index.ts';
export * from './rooms/index.ts';
export * from './settings/index.ts';
export * from './sync/index.ts';

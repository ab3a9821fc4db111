export type { Delivery, InboxEntry, InboxKind, LoggedEntry, Notify, RoomKey } from './entry.ts';
export { createInboxService, type InboxService } from './service.ts';
export type { Unread } from './unread-book.ts';
export type { Listener, Wake, WakeOutcome } from './wake.ts';

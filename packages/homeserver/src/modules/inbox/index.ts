export type { Delivery, LoggedEntry, Notify, RoomKey } from './entry.ts';
export { createInboxService, type InboxService } from './service.ts';

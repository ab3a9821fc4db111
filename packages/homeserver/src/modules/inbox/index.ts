export type { Delivery, LoggedEntry, Notify, RoomKey } from './entry.ts';
export { openInbox, type InboxService } from './service.ts';

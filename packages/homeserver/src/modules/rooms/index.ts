export { roomReplies } from './errors.ts';
export { matchesFilter, type EventFilter } from './event-filter.ts';
export type { Appended } from './log/append.ts';
export type { RoomRef } from './log/event-store.ts';
export type { RoomView } from './log/room-view.ts';
export { roomRoutes } from './routes/index.ts';
export { createRoomService, type RoomService } from './service.ts';
export { isStateEvent, type StateEvent, type StoredEvent } from './log/stored-event.ts';
export { canRead } from './visibility.ts';

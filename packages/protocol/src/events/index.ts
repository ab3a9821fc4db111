export { checkEventFormat } from './check-event-format.ts';
export {
  toClientEvent,
  toClientEventWithoutRoomId,
  toStrippedState,
  type ClientEvent,
  type ClientEventWithoutRoomId,
  type ClientUnsigned,
  type StrippedStateEvent,
} from './client-event.ts';
export { createEvent, type CreatedEvent } from './create-event.ts';
export { contentHashOf, eventIdOf } from './event-hashes.ts';
export {
  AUTH_EVENTS_MAX,
  checkEventSize,
  DEPTH_MAX,
  depthAfter,
  EVENT_BYTES_MAX,
  PREV_EVENTS_MAX,
  type EventFormatRefusal,
} from './event-limits.ts';
export type { EventTemplate, Pdu } from './pdu.ts';
export { redactContent, redactEvent } from './redaction.ts';

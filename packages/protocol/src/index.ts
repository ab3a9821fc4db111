export type { Access, BodyOf, Contract, ParamsOf, QueryOf, ReplyOf } from './contract.ts';
export {
  createEventIdOfRoom,
  createUserId,
  ID_BYTES_MAX,
  isEventId,
  isMxcUri,
  isRoomId,
  isServerName,
  isUserId,
  isValidLocalpart,
  localpartOf,
  parseMxcUri,
  parseUserId,
  roomIdOfCreateEvent,
  serverNameOf,
  type DeviceId,
  type EventId,
  type MxcUri,
  type MxcUriParts,
  type RoomId,
  type ServerName,
  type UserId,
  type UserIdParts,
} from './ids.ts';
export * from './json/index.ts';
export * from './signing/index.ts';
export * from './events/index.ts';
export * from './auth/index.ts';
export * from './frank/index.ts';
export * from './client/index.ts';

import { utf8Length } from './json/utf8-length.ts';
import { matchesServerName } from './server-name.ts';

/**
 * Matrix identifiers as branded types: a bare string does not compile where one is asked for.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#common-identifier-format
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `@localpart:server`, at most 255 bytes. */
export type UserId = Branded<'UserId'>;
/** Room version 12: `!` and the reference hash of the create event, without a server part. */
export type RoomId = Branded<'RoomId'>;
/** `$` and the url-safe unpadded base64 of the event's reference hash. */
export type EventId = Branded<'EventId'>;
export type DeviceId = Branded<'DeviceId'>;
/** A DNS name or address, with an optional port. */
export type ServerName = Branded<'ServerName'>;
/** `mxc://server/mediaId`. */
export type MxcUri = Branded<'MxcUri'>;

/** The longest user id, room id, event id, event type or state key, in bytes of UTF-8. */
export const ID_BYTES_MAX = 255;

const LONE_SURROGATE = /\p{Surrogate}/u;
const LOCALPART = /^[a-z0-9._=\-/+]+$/;
const ROOM_ID = /^![A-Za-z0-9_-]{43}$/;
const EVENT_ID = /^\$[A-Za-z0-9_-]{43}$/;
const MXC_URI = /^mxc:\/\/([^/]+)\/([A-Za-z0-9_-]{1,255})$/;

export interface UserIdParts {
  readonly localpart: string;
  readonly serverName: ServerName;
}

/**
 * Takes a user id apart, or gives null when it is not one. Accepts the historical grammar too: other
 * servers still host such people, and servers must accept them.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#user-identifiers
 */
export function parseUserId(text: string): UserIdParts | null {
  if (!text.startsWith('@') || utf8Length(text) > ID_BYTES_MAX) return null;
  const colon = text.indexOf(':');
  if (colon === -1) return null;
  const localpart = text.slice(1, colon);
  const serverName = text.slice(colon + 1);
  // The historical grammar excludes nothing else.
  if (localpart.includes('\0') || LONE_SURROGATE.test(localpart)) return null;
  if (!isServerName(serverName)) return null;
  return { localpart, serverName };
}

export function isUserId(value: unknown): value is UserId {
  return typeof value === 'string' && parseUserId(value) !== null;
}

/**
 * Whether this is a server name: a DNS name, an IPv4 address or a bracketed IPv6 address, with an
 * optional port. It is the grammar and no more: a valid name may still be unreachable, or `..`.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#server-name
 */
export function isServerName(value: unknown): value is ServerName {
  return typeof value === 'string' && matchesServerName(value);
}

export function isRoomId(value: unknown): value is RoomId {
  return typeof value === 'string' && ROOM_ID.test(value);
}

export function isEventId(value: unknown): value is EventId {
  return typeof value === 'string' && EVENT_ID.test(value);
}

/** Whether a new account may have this localpart; accounts that exist elsewhere may break it. */
export function isValidLocalpart(localpart: string): boolean {
  return LOCALPART.test(localpart);
}

/** Joins a localpart and a server into a user id, or gives null when a new account cannot have it. */
export function createUserId(localpart: string, serverName: ServerName): UserId | null {
  const userId = `@${localpart}:${serverName}`;
  return isValidLocalpart(localpart) && isUserId(userId) ? userId : null;
}

/** The part between `@` and the first `:`. */
export function localpartOf(userId: UserId): string {
  return userId.slice(1, userId.indexOf(':'));
}

/** The server a user lives on. */
export function serverNameOf(userId: UserId): ServerName {
  // SAFETY: a UserId holds a valid server name behind its first colon.
  return userId.slice(userId.indexOf(':') + 1) as ServerName;
}

/** The id of the room that this create event begins. */
export function roomIdOfCreateEvent(createEventId: EventId): RoomId {
  // SAFETY: a version 12 room id is its create event's id with another sigil.
  return `!${createEventId.slice(1)}` as RoomId;
}

/** The id of the create event this room began with. */
export function createEventIdOfRoom(roomId: RoomId): EventId {
  // SAFETY: as above, the other way round.
  return `$${roomId.slice(1)}` as EventId;
}

export interface MxcUriParts {
  readonly serverName: ServerName;
  readonly mediaId: string;
}

/**
 * Takes a content address apart, or gives null. Both parts become paths and URLs later, so this is
 * stricter than the server name grammar: a name with an empty label, such as `..`, is refused.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#matrix-content-mxc-uris
 */
export function parseMxcUri(text: string): MxcUriParts | null {
  const [, serverName, mediaId] = MXC_URI.exec(text) ?? [];
  if (serverName === undefined || mediaId === undefined || !isServerName(serverName)) return null;
  if (serverName.startsWith('.') || serverName.includes('..')) return null;
  return { serverName, mediaId };
}

export function isMxcUri(value: unknown): value is MxcUri {
  return typeof value === 'string' && parseMxcUri(value) !== null;
}

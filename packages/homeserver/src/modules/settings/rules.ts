import { BLOCKED_TYPE, CONTACTS_TYPE, fitsUtf8, type RoomId, type UserId } from '@sotto/protocol';
import { refuse } from './errors.ts';

const CONTENT_BYTES_MAX = 65_536;
/** They name people: every direct conversation, some 90 bytes each, and whomever one has blocked. */
const LISTS = new Set(['m.direct', BLOCKED_TYPE]);
const LIST_BYTES_MAX = 262_144;

/** Types of one person's account data: without a room, and in each room. */
export const GLOBAL_TYPES_MAX = 1_000;
export const ROOM_TYPES_MAX = 100;

/** @see https://spec.matrix.org/v1.19/client-server-api/#server-behaviour-12 */
const SERVER_MANAGED = new Set(['m.fully_read', 'm.push_rules', CONTACTS_TYPE]);

/** Settings are nobody else's business, not even whether they exist. */
export function checkOwner(caller: UserId, owner: UserId): void {
  if (caller !== owner) throw refuse('not_own_settings', 'You can only use your own settings.');
}

/** Throws unless clients may write this type with this content. */
export function checkWritable({ type, content }: { type: string; content: string }): void {
  if (SERVER_MANAGED.has(type)) {
    throw refuse('server_managed_type', `${type} cannot be set this way.`);
  }
  const bytesMax = LISTS.has(type) ? LIST_BYTES_MAX : CONTENT_BYTES_MAX;
  if (!fitsUtf8(content, bytesMax)) {
    throw refuse('account_data_too_large', 'This is too large to keep.');
  }
}

/** The grammar only: older rooms have ids with a server part. */
export function checkRoomId(roomId: RoomId): void {
  if (roomId.startsWith('!')) return;
  throw refuse('account_data_room_invalid', 'This is not a room id.');
}

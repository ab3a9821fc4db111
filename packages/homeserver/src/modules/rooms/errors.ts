import { refusalsOf } from '@sotto/kit';
import { AUTH_REFUSALS, type AuthRefusal, type EventFormatRefusal } from '@sotto/protocol';
import type { ReplySpec } from '../../http/index.ts';

export type RoomRefusal =
  | 'room_not_found'
  | 'event_not_found'
  | 'cannot_redact'
  | 'not_in_room'
  | 'target_not_in_room'
  | 'not_banned'
  | 'third_party_invites_unsupported'
  | 'member_invalid'
  | 'state_not_found'
  | 'user_unknown'
  | 'event_type_reserved'
  | 'event_type_invalid'
  | 'room_version_unsupported'
  | 'room_state_invalid'
  | 'too_many_invites'
  | 'still_in_room'
  | 'token_invalid'
  | 'filter_invalid'
  | 'alias_not_found';

export const refuse = refusalsOf<RoomRefusal>();

const forbidden: ReplySpec = { status: 403, errcode: 'M_FORBIDDEN' };

const ownReplies: Readonly<Record<RoomRefusal | EventFormatRefusal, ReplySpec>> = {
  // A room one is not in and a room that is not there look the same from outside.
  room_not_found: forbidden,
  not_in_room: forbidden,
  target_not_in_room: forbidden,
  not_banned: forbidden,
  third_party_invites_unsupported: forbidden,
  member_invalid: { status: 400, errcode: 'M_INVALID_PARAM' },
  cannot_redact: forbidden,
  event_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  state_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  user_unknown: { status: 404, errcode: 'M_NOT_FOUND' },
  event_type_reserved: forbidden,
  event_type_invalid: { status: 400, errcode: 'M_BAD_JSON' },
  room_version_unsupported: { status: 400, errcode: 'M_UNSUPPORTED_ROOM_VERSION' },
  room_state_invalid: { status: 400, errcode: 'M_INVALID_ROOM_STATE' },
  too_many_invites: { status: 400, errcode: 'M_INVALID_PARAM' },
  still_in_room: { status: 400, errcode: 'M_UNKNOWN' },
  token_invalid: { status: 400, errcode: 'M_INVALID_PARAM' },
  filter_invalid: { status: 400, errcode: 'M_BAD_JSON' },
  alias_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  event_too_large: { status: 413, errcode: 'M_TOO_LARGE' },
  event_malformed: { status: 400, errcode: 'M_BAD_JSON' },
};

// SAFETY: fromEntries forgets the keys it was given, which are exactly the refusals.
const authReplies = Object.fromEntries(
  Object.keys(AUTH_REFUSALS).map((code) => [code, forbidden]),
) as Record<AuthRefusal, ReplySpec>;

export const roomReplies = { ...authReplies, ...ownReplies };

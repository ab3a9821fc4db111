import { refusalsOf } from '@sotto/kit';

/**
 * Every way the authorisation rules of room version 12 can refuse an event, with a sentence for the
 * person who tried. The numbers are those of the published rules.
 *
 * @see https://spec.matrix.org/v1.19/rooms/v12/#authorisation-rules
 */
export const AUTH_REFUSALS = {
  /** 1.1 */
  create_not_first: 'A room can only be created by its first event.',
  /** 1.2 */
  create_names_room: 'The event that creates a room cannot name the room.',
  /** 1.3 */
  room_version_unknown: 'This room version is not supported.',
  /** 1.4 */
  creators_malformed: 'The additional creators must be a list of user ids.',
  /** 2 */
  room_unknown: 'This event does not belong to the room.',
  /** 3.1 */
  auth_events_repeated: 'This event cites two events for the same permission.',
  /** 3.2 */
  auth_events_unexpected: 'This event cites events that do not concern its permission.',
  /** 3.3 */
  auth_events_rejected: 'This event relies on an event that was rejected.',
  /** 3.5 */
  auth_events_of_other_room: 'This event cites an event of another room.',
  /** 4 */
  room_not_federated: 'This room is only for people of the server it was created on.',
  /** 5.1, 5.8 */
  membership_malformed: 'A membership event must name a person and a known membership.',
  /** 5.2 */
  authorising_server_unsigned: 'The server that let this person in did not sign the event.',
  /** 5.3.2 */
  join_for_another: 'You cannot join on behalf of someone else.',
  /** 5.3.3 */
  banned: 'You are banned from this room.',
  /** 5.3.5.2 */
  join_not_authorised: 'Nobody with permission to invite has let you into this room.',
  /** 5.3.7 */
  not_invited: 'You are not invited to this room.',
  /** 5.4.1.1, 5.4.3 */
  target_banned: 'This person is banned from the room.',
  /** 5.4.1.2, 5.4.1.3 */
  third_party_invite_malformed: 'This third-party invitation is not complete.',
  /** 5.4.1.4 */
  third_party_invite_for_another: 'This third-party invitation is for someone else.',
  /** 5.4.1.5 */
  third_party_invite_unknown: 'This third-party invitation is not known in the room.',
  /** 5.4.1.6 */
  third_party_invite_by_another: 'This third-party invitation was made by someone else.',
  /** 5.4.1.8 */
  third_party_invite_unsigned: 'This third-party invitation has no valid signature.',
  /** 5.4.2, 5.5.2, 5.6.1, 6 */
  sender_not_joined: 'You are not in this room.',
  /** 5.4.3 */
  target_joined: 'This person is already in the room.',
  /** 5.4.5, 7.1 */
  cannot_invite: 'You do not have permission to invite people to this room.',
  /** 5.5.1 */
  not_in_room_to_leave: 'You have no invitation, request or membership to give up here.',
  /** 5.5.3 */
  cannot_unban: 'You do not have permission to unban people in this room.',
  /** 5.5.5 */
  cannot_kick: 'You do not have permission to remove this person.',
  /** 5.6.3 */
  cannot_ban: 'You do not have permission to ban this person.',
  /** 5.7.1 */
  knock_not_accepted: 'This room does not take requests to join.',
  /** 5.7.2 */
  knock_for_another: 'You cannot ask to join on behalf of someone else.',
  /** 5.7.4 */
  knock_needless: 'You are already in this room, invited to it or banned from it.',
  /** 8 */
  level_too_low: 'You do not have permission to send this in the room.',
  /** 9 */
  state_of_another: 'You cannot change what belongs to another person.',
  /** 10.1 to 10.3 */
  levels_malformed: 'The permissions must be whole numbers, and their users must be user ids.',
  /** 10.4 */
  levels_name_creator: 'The creators of a room cannot be given a permission level.',
  /** 10.6.1, 10.7.1 */
  level_above_own: 'You cannot change a permission level that is above your own.',
  /** 10.6.2, 10.8.1, 10.10.1 */
  level_raised_above_own: 'You cannot give a permission level that is above your own.',
  /** 10.9.1 */
  user_level_not_below_own: 'You can only change the level of people below your own.',
} as const;

export type AuthRefusal = keyof typeof AUTH_REFUSALS;

export const refuseAuth = refusalsOf<AuthRefusal>();

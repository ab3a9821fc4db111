import { canInvite, joinRuleOf, type JsonObject, type UserId } from '@sotto/protocol';
import type { RoomView } from '../log/room-view.ts';

const RESTRICTED: ReadonlySet<string> = new Set(['restricted', 'knock_restricted']);

/**
 * What a join must say where the rules let in whoever is in another room: the member who answers for it.
 * Whether the other room is one of those is not asked here but as the join is appended.
 *
 * @see https://spec.matrix.org/v1.19/rooms/v8/
 */
export function restrictedJoin(room: RoomView, userId: UserId): JsonObject {
  if (!RESTRICTED.has(joinRuleOf(room)) || room.membershipOf(userId) === 'invite') return {};
  const authoriser = room.membersWith('join').find((member) => canInvite(member, room));
  return authoriser === undefined ? {} : { join_authorised_via_users_server: authoriser };
}

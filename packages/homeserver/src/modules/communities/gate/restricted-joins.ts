import { isRoomId, joinRuleOf, type RoomId, type UserId } from '@sotto/protocol';
import type { Draft, FindView, RoomView } from '../../rooms/index.ts';
import { refuse } from '../errors.ts';

const RESTRICTED: ReadonlySet<string> = new Set(['restricted', 'knock_restricted']);
/** More conditions than anybody needs are not looked at. */
const ALLOWED_MAX = 10;
const IN: ReadonlySet<string | null> = new Set(['join', 'invite']);

/**
 * Throws a refusal unless everybody who joins by a rule that lets in the people of another room is in that
 * room at this moment. This server's word is what the join stands on, so it is given here and nowhere else.
 */
export async function checkRestrictedJoins(
  room: RoomView,
  drafts: readonly Draft[],
  find: FindView,
): Promise<void> {
  if (!RESTRICTED.has(joinRuleOf(room))) return;
  for (const { type, stateKey, sender, content } of drafts) {
    if (type !== 'm.room.member' || content['membership'] !== 'join') continue;
    if (stateKey !== sender || IN.has(room.membershipOf(sender))) continue;
    // They may have been invited a step before.
    const isInvited = drafts.some(
      (draft) => draft.stateKey === sender && draft.content['membership'] === 'invite',
    );
    if (!isInvited && !(await isAllowed(room, sender, find))) {
      throw refuse(
        'restricted_join_refused',
        'There is no such conversation, or you are not in it.',
      );
    }
  }
}

/** Whether the rules of a room let somebody in because of another room they are in. */
export async function isAllowed(room: RoomView, userId: UserId, find: FindView): Promise<boolean> {
  for (const roomId of allowedRooms(room)) {
    if ((await find(roomId))?.membershipOf(userId) === 'join') return true;
  }
  return false;
}

/** The rooms whose people may join this one. */
export function allowedRooms(room: RoomView): RoomId[] {
  if (!RESTRICTED.has(joinRuleOf(room))) return [];
  const allow = room.get('m.room.join_rules', '')?.content['allow'];
  if (!Array.isArray(allow)) return [];
  return allow.slice(0, ALLOWED_MAX).flatMap((condition) => {
    if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return [];
    const { type, room_id: roomId } = condition;
    if (type !== 'm.room_membership' || typeof roomId !== 'string') return [];
    return isRoomId(roomId) ? [roomId] : [];
  });
}

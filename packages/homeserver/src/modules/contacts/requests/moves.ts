import { isUserId, SPACE_TYPE, type UserId } from '@sotto/protocol';
import type { Draft, RoomView } from '../../rooms/index.ts';

/** A change of somebody's membership. */
export interface Move {
  readonly userId: UserId;
  readonly by: UserId;
  readonly from: string | null;
  readonly to: string;
  /** A conversation of the two, and of nobody else. */
  readonly isDirect: boolean;
}

const TWO = 2;

/** How these drafts, one after another, change who is in the room. Null is a room yet to be made. */
export function listMoves(room: RoomView | null, drafts: readonly Draft[]): Move[] {
  const membersDrafted = drafts.filter(({ type, stateKey }) => isMember(type) && stateKey);
  const size = new Set([...presentIn(room), ...membersDrafted.map(({ stateKey }) => stateKey)])
    .size;
  const isOfTwo = size <= TWO && !isSpace(room, drafts);
  const now = new Map<string, string>();
  const moves: Move[] = [];
  for (const { stateKey: userId, sender: by, content } of membersDrafted) {
    const to = content['membership'];
    if (!isUserId(userId) || typeof to !== 'string') continue;
    const from = now.get(userId) ?? room?.membershipOf(userId) ?? null;
    now.set(userId, to);
    if (from === to) continue;
    // Whatever `is_direct` says, which its sender chooses.
    moves.push({ userId, by, from, to, isDirect: isOfTwo });
  }
  return moves;
}

function isMember(type: string): boolean {
  return type === 'm.room.member';
}

/** A community is none, however few are in it yet. */
function isSpace(room: RoomView | null, drafts: readonly Draft[]): boolean {
  const founding = drafts.find(({ type }) => type === 'm.room.create');
  return (room?.get('m.room.create', '') ?? founding)?.content['type'] === SPACE_TYPE;
}

function presentIn(room: RoomView | null): readonly UserId[] {
  return room ? [...room.membersWith('join'), ...room.membersWith('invite')] : [];
}

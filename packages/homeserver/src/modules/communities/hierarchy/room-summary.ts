import {
  ANNOUNCEMENT_LEVEL,
  joinRuleOf,
  type JsonObject,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { FindView, RoomView } from '../../rooms/index.ts';
import { communityOf, isClosed, isSpace, writeLevelOf } from '../community-rules.ts';
import { allowedRooms, isAllowed } from '../gate/restricted-joins.ts';
import { childrenOf } from './space-children.ts';

/** What is told of a room to whoever could be in it. */
export interface RoomSummary {
  readonly room_id: RoomId;
  readonly name?: string;
  readonly topic?: string;
  readonly avatar_url?: string;
  readonly canonical_alias?: string;
  readonly num_joined_members: number;
  readonly world_readable: boolean;
  readonly guest_can_join: boolean;
  readonly join_rule: string;
  readonly room_type?: string;
  readonly allowed_room_ids?: RoomId[];
  readonly encryption?: string;
  readonly room_version: string;
  readonly 'app.sotto.announcement'?: boolean;
  readonly 'app.sotto.channels'?: number;
}

const OPEN_RULES: ReadonlySet<string> = new Set(['public', 'knock', 'knock_restricted']);
const TAKES_PART: ReadonlySet<string | null> = new Set(['join', 'invite', 'knock']);

/**
 * Whether somebody may know of a room: they are in it or invited, or its rules would let them in or be asked.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1roomsroomidhierarchy
 */
export async function isAccessible(
  view: RoomView,
  userId: UserId,
  find: FindView,
): Promise<boolean> {
  const membership = view.membershipOf(userId);
  if (TAKES_PART.has(membership)) return true;
  if (membership === 'ban') return false;
  if (isWorldReadable(view)) return true;
  if (communityOf(view) !== null && isClosed(view)) return false;
  return OPEN_RULES.has(joinRuleOf(view)) || isAllowed(view, userId, find);
}

export function summaryOf(view: RoomView): RoomSummary {
  const name = textIn(view, 'm.room.name', 'name');
  const topic = textIn(view, 'm.room.topic', 'topic');
  const avatar = textIn(view, 'm.room.avatar', 'url');
  const alias = textIn(view, 'm.room.canonical_alias', 'alias');
  const type = textIn(view, 'm.room.create', 'type');
  const encryption = textIn(view, 'm.room.encryption', 'algorithm');
  const allowed = allowedRooms(view);
  return {
    room_id: view.head.roomId,
    ...(name !== null && { name }),
    ...(topic !== null && { topic }),
    ...(avatar !== null && { avatar_url: avatar }),
    ...(alias !== null && { canonical_alias: alias }),
    num_joined_members: view.membersWith('join').length,
    world_readable: isWorldReadable(view),
    guest_can_join: textIn(view, 'm.room.guest_access', 'guest_access') === 'can_join',
    join_rule: joinRuleOf(view),
    ...(type !== null && { room_type: type }),
    ...(allowed.length > 0 && { allowed_room_ids: allowed }),
    ...(encryption !== null && { encryption }),
    room_version: view.head.version,
    ...(communityOf(view) !== null && {
      'app.sotto.announcement': writeLevelOf(view) >= ANNOUNCEMENT_LEVEL,
    }),
    ...(isSpace(view) && { 'app.sotto.channels': childrenOf(view).length }),
  };
}

function isWorldReadable(view: RoomView): boolean {
  return textIn(view, 'm.room.history_visibility', 'history_visibility') === 'world_readable';
}

function textIn(view: RoomView, type: string, field: string): string | null {
  const content: JsonObject = view.get(type, '')?.content ?? {};
  const value = content[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

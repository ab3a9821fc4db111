import {
  CLOSED_LEVEL,
  COMMUNITY_FIELD,
  creatorsOf,
  isRoomId,
  powerLevelOf,
  ROLE_LEVELS,
  SPACE_TYPE,
  type JsonObject,
  type RoomId,
  type RoomStateView,
  type UserId,
} from '@sotto/protocol';
import type { RoomView } from '../rooms/index.ts';
import { refuse } from './errors.ts';

type State = Pick<RoomStateView, 'get'>;

/** The community a channel belongs to; null for any other room. Nobody but the server can say so. */
export function communityOf(room: State): RoomId | null {
  const community = room.get('m.room.create', '')?.content[COMMUNITY_FIELD];
  return typeof community === 'string' && isRoomId(community) ? community : null;
}

export function isSpace(room: State): boolean {
  return room.get('m.room.create', '')?.content['type'] === SPACE_TYPE;
}

function levelsOf(room: State): JsonObject {
  return room.get('m.room.power_levels', '')?.content ?? {};
}

/** What everybody needs to write here. */
export function writeLevelOf(room: State): number {
  const level = levelsOf(room)['events_default'];
  return typeof level === 'number' ? level : 0;
}

export function isClosed(room: State): boolean {
  return writeLevelOf(room) >= CLOSED_LEVEL;
}

/** The levels of staff, by user, of those that are written down: a creator's is not. */
export function writtenStaff(levels: JsonObject): Record<string, number> {
  const users = levels['users'];
  const staff: Record<string, number> = {};
  if (typeof users !== 'object' || users === null || Array.isArray(users)) return staff;
  for (const [userId, level] of Object.entries(users)) {
    if (typeof level === 'number' && level >= ROLE_LEVELS.moderator) staff[userId] = level;
  }
  return staff;
}

/** What `users` says in a channel: the staff of the community, but for who created the channel. */
export function staffOfChannel(
  space: RoomStateView,
  channelCreators: readonly UserId[],
): Record<string, number> {
  const staff = writtenStaff(levelsOf(space));
  for (const userId of creatorsOf(space)) staff[userId] = ROLE_LEVELS.owner;
  return Object.fromEntries(
    Object.entries(staff).filter(([userId]) => !channelCreators.some((one) => one === userId)),
  );
}

export function isSameStaff(one: Record<string, number>, other: Record<string, number>): boolean {
  const userIds = Object.keys(one);
  return (
    userIds.length === Object.keys(other).length &&
    userIds.every((userId) => one[userId] === other[userId])
  );
}

/** Of everybody in the room, the one who may most; the longest in it among equals. */
export function strongestIn(room: RoomView): UserId | null {
  let strongest: UserId | null = null;
  let highest = -Infinity;
  for (const userId of room.membersWith('join')) {
    const level = powerLevelOf(userId, room);
    if (strongest === null || level > highest) [strongest, highest] = [userId, level];
  }
  return strongest;
}

/** Throws a refusal unless this person may add channels and close them. */
export function checkMayManage(space: RoomView | null, userId: UserId): RoomView {
  if (!space || !isSpace(space) || space.membershipOf(userId) !== 'join') {
    throw refuse('community_not_found', 'There is no such community, or you are not in it.');
  }
  if (powerLevelOf(userId, space) < ROLE_LEVELS.admin) {
    throw refuse('community_not_yours', 'Only admins of the community can do this.');
  }
  return space;
}

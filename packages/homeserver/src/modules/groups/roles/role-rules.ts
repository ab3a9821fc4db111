import {
  isJsonObject,
  isCreator,
  PERMISSION_EVENTS,
  powerLevelOf,
  ROLE_LEVELS,
  type GroupPermission,
  type GroupRole,
  type JsonObject,
  type RoomStateView,
  type UserId,
} from '@sotto/protocol';

export const LEVELS_TYPE = 'm.room.power_levels';

/** The room's power levels, with nothing changed. */
export function levelsOf(room: RoomStateView): JsonObject {
  return room.get(LEVELS_TYPE, '')?.content ?? {};
}

/** The levels once this person has this one. */
export function withLevel(levels: JsonObject, userId: UserId, level: number): JsonObject {
  return { ...levels, users: { ...objectIn(levels, 'users'), [userId]: level } };
}

/** The levels once this person has none of their own; null if that is so already. */
export function withoutLevel(levels: JsonObject, userId: string): JsonObject | null {
  const { [userId]: own, ...users } = objectIn(levels, 'users');
  return own === undefined ? null : { ...levels, users };
}

/** Members may react, and take back what they wrote, also where only staff writes. */
const ALWAYS_OPEN = ['m.reaction', 'm.room.redaction'];

/** The levels once these roles may do this. */
export function withPermissions(
  levels: JsonObject,
  wish: Readonly<Partial<Record<GroupPermission, GroupRole>>>,
): JsonObject {
  const { add, send, pin, change } = wish;
  const events: Record<string, number> = {};
  if (pin) for (const type of PERMISSION_EVENTS.pin) events[type] = ROLE_LEVELS[pin];
  if (change) for (const type of PERMISSION_EVENTS.change) events[type] = ROLE_LEVELS[change];
  if (send) for (const type of ALWAYS_OPEN) events[type] = 0;
  return {
    ...levels,
    ...(add && { invite: ROLE_LEVELS[add] }),
    ...(send && { events_default: ROLE_LEVELS[send] }),
    events: { ...objectIn(levels, 'events'), ...events },
  };
}

/** Whether somebody has the last word in the room. */
export function isOwner(userId: UserId, room: RoomStateView): boolean {
  return isCreator(userId, room) || powerLevelOf(userId, room) >= ROLE_LEVELS.owner;
}

/** The room as it is when its power levels are these. */
export function withLevels(room: RoomStateView, content: JsonObject): RoomStateView {
  return {
    get(type, stateKey) {
      const current = room.get(type, stateKey);
      if (type !== LEVELS_TYPE || stateKey !== '' || !current) return current;
      return { ...current, content };
    },
  };
}

/** Who follows the last owner: the highest role, the longest there among equals. Null if nobody is left. */
export function successorOf(
  leaver: UserId,
  room: RoomStateView,
  joined: readonly UserId[],
): UserId | null {
  const others = joined.filter((userId) => userId !== leaver);
  const [first, ...more] = others;
  if (!first) return null;
  return more.reduce(
    (best, userId) => (powerLevelOf(userId, room) > powerLevelOf(best, room) ? userId : best),
    first,
  );
}

function objectIn(levels: JsonObject, key: string): JsonObject {
  const value = levels[key];
  return isJsonObject(value) ? value : {};
}

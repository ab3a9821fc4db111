import { isUserId, type UserId } from '../ids.ts';
import { isJsonObject, ownValue, type JsonObject } from '../json/json-value.ts';
import type { RoomStateView, StateEntry } from './room-state-view.ts';

/** A property of `m.room.power_levels` that holds one level. */
export type PowerLevelKey =
  'users_default' | 'events_default' | 'state_default' | 'ban' | 'redact' | 'kick' | 'invite';

/**
 * The levels that hold where `m.room.power_levels`, or a property of it, is absent.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#mroompower_levels
 */
export const DEFAULT_LEVELS: Readonly<Record<PowerLevelKey, number>> = {
  users_default: 0,
  events_default: 0,
  state_default: 50,
  ban: 50,
  redact: 50,
  kick: 50,
  invite: 0,
};

/** What it takes to notify the whole room with `@room`, unless the room says otherwise. */
const DEFAULT_NOTIFICATION_LEVEL = 50;

/** Whether the user made the room, alone or with others. Creators outrank everyone, for ever. */
export function isCreator(userId: string, state: RoomStateView): boolean {
  const create = state.get('m.room.create', '');
  return create !== undefined && isCreatorIn(userId, create);
}

/** As `isCreator`, for those who hold the create event. */
export function isCreatorIn(userId: string, create: StateEntry): boolean {
  if (userId === create.sender) return true;
  const others = ownValue(create.content, 'additional_creators');
  return Array.isArray(others) && others.includes(userId);
}

/** The users who made the room: its first sender and those named with them. */
export function creatorsOf(state: RoomStateView): readonly UserId[] {
  const create = state.get('m.room.create', '');
  if (create === undefined) return [];
  const others = ownValue(create.content, 'additional_creators');
  return [...new Set([create.sender, ...(Array.isArray(others) ? others.filter(isUserId) : [])])];
}

/** A user's level in the room; infinite for its creators. */
export function powerLevelOf(userId: string, state: RoomStateView): number {
  if (isCreator(userId, state)) return Infinity;
  const levels = levelsIn(state);
  return levelIn(levels, 'users', userId) ?? namedLevel(levels, 'users_default');
}

/** What it takes to send this type of event, as a message or as state. */
export function requiredLevel(
  event: { readonly type: string; readonly isState: boolean },
  state: RoomStateView,
): number {
  const levels = levelsIn(state);
  const fallback = event.isState ? 'state_default' : 'events_default';
  return levelIn(levels, 'events', event.type) ?? namedLevel(levels, fallback);
}

/** What it takes to invite, kick or ban people, or to redact what others wrote. */
export function actionLevel(
  action: 'invite' | 'kick' | 'ban' | 'redact',
  state: RoomStateView,
): number {
  return namedLevel(levelsIn(state), action);
}

/** What it takes to notify people in this way; `room` is for `@room`. */
export function notificationLevel(key: string, state: RoomStateView): number {
  return levelIn(levelsIn(state), 'notifications', key) ?? DEFAULT_NOTIFICATION_LEVEL;
}

function levelsIn(state: RoomStateView): JsonObject | undefined {
  return state.get('m.room.power_levels', '')?.content;
}

function namedLevel(levels: JsonObject | undefined, key: PowerLevelKey): number {
  return integerIn(levels, key) ?? DEFAULT_LEVELS[key];
}

function levelIn(
  levels: JsonObject | undefined,
  group: 'users' | 'events' | 'notifications',
  key: string,
): number | undefined {
  const entries = levels && ownValue(levels, group);
  return isJsonObject(entries) ? integerIn(entries, key) : undefined;
}

function integerIn(object: JsonObject | undefined, key: string): number | undefined {
  const value = object && ownValue(object, key);
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

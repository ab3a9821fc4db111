import { isUserId } from '../../ids.ts';
import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../json/json-value.ts';
import type { AuthCase } from '../auth-event.ts';
import type { AuthRefusal } from '../auth-refusal.ts';
import { DEFAULT_LEVELS, isCreatorIn, powerLevelOf } from '../power-levels.ts';
import type { StateEntry } from '../room-state-view.ts';

const LEVEL_KEYS = Object.keys(DEFAULT_LEVELS);
const LEVEL_GROUPS = ['events', 'notifications'] as const;

/** Rule 10: who may give which permissions. */
export function findPowerLevelsRefusal(
  { event, state }: AuthCase,
  create: StateEntry,
): AuthRefusal | null {
  const { content, sender } = event;
  if (!isWellFormed(content)) return 'levels_malformed';
  const users = levelsIn(content, 'users');
  if (Object.keys(users).some((userId) => isCreatorIn(userId, create))) {
    return 'levels_name_creator';
  }
  const current = state.get('m.room.power_levels', '')?.content;
  if (!current) return null;

  const ownLevel = powerLevelOf(sender, state);
  const altered = [
    ...alterations(pick(current, LEVEL_KEYS), pick(content, LEVEL_KEYS)),
    ...LEVEL_GROUPS.flatMap((group) =>
      alterations(levelsIn(current, group), levelsIn(content, group)),
    ),
  ];
  const alteredUsers = alterations(levelsIn(current, 'users'), users);

  if (altered.some(({ from }) => isAbove(from, ownLevel))) return 'level_above_own';
  const isTooHigh = [...altered, ...alteredUsers].some(({ to }) => isAbove(to, ownLevel));
  if (isTooHigh) return 'level_raised_above_own';
  const isRivalTouched = alteredUsers.some(
    ({ key, from }) => key !== sender && from !== undefined && from >= ownLevel,
  );
  return isRivalTouched ? 'user_level_not_below_own' : null;
}

/** Rules 10.1 to 10.3. */
function isWellFormed(content: JsonObject): boolean {
  const users = ownValue(content, 'users');
  return (
    LEVEL_KEYS.every((key) => isAbsentOr(isLevel, ownValue(content, key))) &&
    LEVEL_GROUPS.every((group) => isAbsentOr(isGroup, ownValue(content, group))) &&
    isAbsentOr(isGroup, users) &&
    (!isJsonObject(users) || Object.keys(users).every(isUserId))
  );
}

function isAbsentOr(check: (value: JsonValue) => boolean, value: JsonValue | undefined): boolean {
  return value === undefined || check(value);
}

function isLevel(value: JsonValue): boolean {
  return Number.isSafeInteger(value);
}

function isGroup(value: JsonValue): boolean {
  return isJsonObject(value) && Object.values(value).every(isLevel);
}

interface Alteration {
  readonly key: string;
  /** Undefined where the entry is new. */
  readonly from: number | undefined;
  /** Undefined where the entry is removed. */
  readonly to: number | undefined;
}

type Levels = Readonly<Record<string, number>>;

/** The entries that were added, changed or removed. An absent entry has no level, not the default. */
function alterations(before: Levels, after: Levels): Alteration[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .map((key) => ({ key, from: own(before, key), to: own(after, key) }))
    .filter(({ from, to }) => from !== to);
}

function own(levels: Levels, key: string): number | undefined {
  return Object.hasOwn(levels, key) ? levels[key] : undefined;
}

function isAbove(level: number | undefined, limit: number): boolean {
  return level !== undefined && level > limit;
}

function levelsIn(content: JsonObject, group: 'users' | 'events' | 'notifications'): Levels {
  const entries = ownValue(content, group);
  return isJsonObject(entries) ? pick(entries, Object.keys(entries)) : {};
}

/** The whole numbers among these keys, without a prototype for a key to reach. */
function pick(object: JsonObject, keys: readonly string[]): Levels {
  const levels: Record<string, number> = Object.create(null);
  for (const key of keys) {
    const value = ownValue(object, key);
    if (typeof value === 'number' && Number.isSafeInteger(value)) levels[key] = value;
  }
  return levels;
}

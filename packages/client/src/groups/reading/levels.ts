import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { GROUP_PERMISSIONS, PERMISSION_EVENTS } from '@sotto/protocol';
import type { GroupPermission, GroupRole } from '@sotto/protocol';
import type { GroupPermissions } from '../../types/index.ts';

/** The levels of a room, read leniently: any client may have written them. */
export interface Levels {
  /** The level a person has; infinite for a creator. */
  of(userId: string): number;
  /** What it takes to invite, remove or ban. */
  readonly invite: number;
  readonly kick: number;
  readonly ban: number;
  /** What it takes to send something that is no state. */
  readonly send: number;
  /** What it takes to set state of this type. */
  toSet(type: string): number;
}

export type LevelsContent = Readonly<Record<string, unknown>>;

function numberAt(content: LevelsContent, field: string, otherwise: number): number {
  const value = content[field];
  return typeof value === 'number' ? value : otherwise;
}

function mapAt(content: LevelsContent, field: string): LevelsContent {
  const value = content[field];
  // SAFETY: each entry is checked where it is read.
  return typeof value === 'object' && value !== null ? (value as LevelsContent) : {};
}

/** As the content of `m.room.power_levels` says, with the defaults of the specification. */
export function readLevels(
  content: LevelsContent,
  levelOf: (userId: string) => number = (userId) =>
    numberAt(mapAt(content, 'users'), userId, numberAt(content, 'users_default', 0)),
): Levels {
  const events = mapAt(content, 'events');
  return {
    of: levelOf,
    invite: numberAt(content, 'invite', 0),
    kick: numberAt(content, 'kick', 50),
    ban: numberAt(content, 'ban', 50),
    send: numberAt(content, 'events_default', 0),
    toSet: (type) => numberAt(events, type, numberAt(content, 'state_default', 50)),
  };
}

export function levelsOf(room: Room): Levels {
  const content = room.currentState.getStateEvents('m.room.power_levels', '')?.getContent() ?? {};
  return readLevels(content, (userId) => room.getMember(userId)?.powerLevel ?? 0);
}

/** The least role that reaches a level. What takes more than any role is the owner's. */
function roleForLevel(level: number): GroupRole {
  if (level <= 0) return 'member';
  if (level <= 50) return 'moderator';
  return level <= 100 ? 'admin' : 'owner';
}

function levelFor(permission: GroupPermission, levels: Levels): number {
  if (permission === 'add') return levels.invite;
  if (permission === 'send') return levels.send;
  return Math.max(...PERMISSION_EVENTS[permission].map((type) => levels.toSet(type)));
}

/** The least role for each of the things a group lets its members do. */
export function permissionsOf(levels: Levels): GroupPermissions {
  const roles = GROUP_PERMISSIONS.map((permission) => [
    permission,
    roleForLevel(levelFor(permission, levels)),
  ]);
  // SAFETY: it has an entry for each.
  return Object.fromEntries(roles) as GroupPermissions;
}

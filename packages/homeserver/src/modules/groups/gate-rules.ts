import {
  COMMUNITY_FIELD,
  HISTORY_FIELD,
  historyChoiceSchema,
  isJsonObject,
  LABEL_FIELD,
  powerLevelOf,
  requiredLevel,
  ROLE_LEVELS,
  SLOW_MODE_SECONDS_MAX,
  SLOW_MODE_TYPE,
  type HistoryChoice,
  type UserId,
} from '@sotto/protocol';
import { Compile } from 'typebox/compile';
import type { Draft, RoomView } from '../rooms/index.ts';
import { refuse } from './errors.ts';
import { readLabel } from './members/label-rules.ts';
import {
  isOwner,
  levelsOf,
  LEVELS_TYPE,
  successorOf,
  withLevel,
  withLevels,
  withoutLevel,
} from './roles/role-rules.ts';

const SECOND_MS = 1_000;
/** Who was refused or removed can ask again after so long. */
const KNOCK_AGAIN_MS = 86_400_000;

const historyChoice = Compile(historyChoiceSchema);

/** What an invitation gives the invited to read; null if it says nothing of it. */
export function historyIn({ content }: Draft): HistoryChoice | null {
  const choice = content[HISTORY_FIELD];
  if (choice === undefined) return null;
  if (historyChoice.Check(choice)) return choice;
  throw refuse('history_invalid', 'The history for newcomers cannot be read.');
}

/** Refuses what only looks like state of ours. */
export function checkOwnState({ type, stateKey, content }: Draft): void {
  if (type === 'm.room.member' && content[LABEL_FIELD] !== undefined)
    readLabel(content[LABEL_FIELD]);
  if (type !== SLOW_MODE_TYPE || stateKey === undefined) return;
  const { seconds } = content;
  const isWhole = typeof seconds === 'number' && Number.isSafeInteger(seconds);
  if (!isWhole || seconds < 0 || seconds > SLOW_MODE_SECONDS_MAX || stateKey !== '') {
    throw refuse('slow_mode_invalid', 'Slow mode takes 0 to 21,600 seconds.');
  }
}

/** How long this person waits between two messages, in ms; 0 if they do not. */
export function slowModeOf(room: RoomView, userId: UserId): number {
  const seconds = room.get(SLOW_MODE_TYPE, '')?.content['seconds'];
  if (typeof seconds !== 'number' || powerLevelOf(userId, room) >= ROLE_LEVELS.moderator) return 0;
  return seconds * SECOND_MS;
}

/** Reactions, edits and redactions answer to what was said before. */
const ANSWERS: ReadonlySet<unknown> = new Set(['m.annotation', 'm.replace']);

export function isMessage({ type, stateKey, content }: Draft): boolean {
  if (stateKey !== undefined || type === 'm.reaction' || type === 'm.room.redaction') return false;
  const relation = content['m.relates_to'];
  return !(isJsonObject(relation) && ANSWERS.has(relation['rel_type']));
}

/** Refuses levels after which nobody in the room would be its owner. */
export function checkOwnerStays(room: RoomView, { content }: Draft): void {
  if (isChannel(room)) return;
  const joined = room.membersWith('join');
  if (!joined.some((userId) => isOwner(userId, room))) return;
  const next = withLevels(room, content);
  if (joined.some((userId) => isOwner(userId, next))) return;
  throw refuse('owner_needed', 'Make somebody else an owner first.');
}

/** Makes an owner of somebody else before the last one leaves. Null if that is not how it is. */
export function handOver(room: RoomView, { stateKey: leaver, sender }: Draft): Draft | null {
  if (isChannel(room)) return null;
  const joined = room.membersWith('join');
  if (leaver !== sender || !joined.includes(sender) || !isOwner(sender, room)) return null;
  if (joined.some((userId) => userId !== sender && isOwner(userId, room))) return null;
  const successor = successorOf(sender, room, joined);
  // Leaving must be possible, whatever else is.
  if (successor === null || !maySetLevels(room, sender)) return null;
  const content = withLevel(levelsOf(room), successor, ROLE_LEVELS.owner);
  return { type: LEVELS_TYPE, stateKey: '', sender, content };
}

/**
 * Takes the role of somebody who is removed: whoever lets them in again gives them none by it. Null if they
 * have none, or leave of their own will.
 */
export function takeRole(room: RoomView, { stateKey: userId, sender }: Draft): Draft | null {
  if (userId === undefined || userId === sender || isChannel(room)) return null;
  const content = withoutLevel(levelsOf(room), userId);
  if (content === null || !maySetLevels(room, sender)) return null;
  return { type: LEVELS_TYPE, stateKey: '', sender, content };
}

/** Roles in a channel are those of its community, which hands itself over. */
function isChannel(room: RoomView): boolean {
  return room.get('m.room.create', '')?.content[COMMUNITY_FIELD] !== undefined;
}

function maySetLevels(room: RoomView, userId: UserId): boolean {
  return powerLevelOf(userId, room) >= requiredLevel({ type: LEVELS_TYPE, isState: true }, room);
}

/** Whether somebody else put this person out, or refused to let them in, and when (ms); null if not. */
export function removedAtMs(room: RoomView, userId: UserId): number | null {
  const own = room.get('m.room.member', userId);
  const isRemoved = own?.content['membership'] === 'leave' && own.sender !== userId;
  return isRemoved ? own.originServerTs : null;
}

export function checkMayKnock(room: RoomView, userId: UserId, nowMs: number): void {
  const removedMs = removedAtMs(room, userId);
  if (removedMs === null || nowMs - removedMs >= KNOCK_AGAIN_MS) return;
  throw refuse('knock_too_soon', 'You can ask again tomorrow.');
}

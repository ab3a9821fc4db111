import {
  canNotify,
  UNTIL_CONDITION,
  type JsonValue,
  type PushCondition,
  type UserId,
} from '@sotto/protocol';
import { compileGlob, compileLiteral, matchesWhole, matchesWords, type Glob } from './glob.ts';
import { splitPropertyPath } from './property-path.ts';
import { findProperty, type PushContext, type PushEvent } from './push-event.ts';

export type Condition = (event: PushEvent, context: PushContext) => boolean;

const never: Condition = () => false;

const BODY = 'content.body';
const MEMBER_COUNT = /^(==|<=|>=|<|>)?(\d{1,9})$/;

/**
 * Turns a condition into a test. One that is not understood never holds, which disables its rule.
 * Where the condition names `owner`, whose rules these are, the test reads the recipient instead:
 * the same compiled rules then serve everyone.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#conditions-1
 */
export function compileCondition(condition: PushCondition, owner: UserId): Condition {
  const { kind, key } = condition;
  switch (kind) {
    case 'event_match':
      return eventMatch(key, condition.pattern, owner);
    case 'event_property_is':
      return eventProperty(key, condition.value, (found, value) => found === value);
    case 'event_property_contains':
      return eventPropertyContains(key, condition.value, owner);
    case 'contains_display_name':
      return containsDisplayName;
    case 'room_member_count':
      return roomMemberCount(condition.is);
    case 'sender_notification_permission':
      return key === undefined ? never : (event, { room }) => canNotify(event.sender, key, room);
    case UNTIL_CONDITION:
      return until(condition.until_ts);
    default:
      return never;
  }
}

/** Holds before a moment only, by the server's clock. */
function until(untilMs: number | undefined): Condition {
  return untilMs === undefined ? never : (_event, { nowMs }) => nowMs < untilMs;
}

/** Whether the message's text holds the pattern, from the edge of one word to the edge of another. */
export function bodyMatch(pattern: string): Condition {
  const glob = compileGlob(pattern.toLowerCase());
  return (event) => {
    const body = event.content['body'];
    return typeof body === 'string' && matchesWords(glob, body.toLowerCase());
  };
}

function eventMatch(
  key: string | undefined,
  pattern: string | undefined,
  owner: UserId,
): Condition {
  if (key === undefined || pattern === undefined) return never;
  if (key === BODY) return bodyMatch(pattern);
  const path = splitPropertyPath(key);
  // An id is compared as it is: another person's may differ in case only, or hold a `*`.
  if (pattern === owner) return (event, { userId }) => findProperty(event, path) === userId;

  const lowered = pattern.toLowerCase();
  const matches = /[*?]/.test(lowered) ? wholeMatcher(compileGlob(lowered)) : sameAs(lowered);
  return (event) => {
    const value = findProperty(event, path);
    return typeof value === 'string' && matches(value);
  };
}

function sameAs(lowered: string): (value: string) => boolean {
  return (value) => value === lowered || value.toLowerCase() === lowered;
}

function wholeMatcher(glob: Glob): (value: string) => boolean {
  return (value) => matchesWhole(glob, value.toLowerCase());
}

/** Objects and lists are never equal to anything, nor are numbers that canonical JSON cannot hold. */
function isComparable(value: unknown): value is JsonValue {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function eventProperty(
  key: string | undefined,
  value: unknown,
  matches: (found: JsonValue, value: JsonValue) => boolean,
): Condition {
  if (key === undefined || !isComparable(value)) return never;
  const path = splitPropertyPath(key);
  return (event) => {
    const found = findProperty(event, path);
    return found !== undefined && matches(found, value);
  };
}

function eventPropertyContains(key: string | undefined, value: unknown, owner: UserId): Condition {
  if (key !== undefined && value === owner) {
    const path = splitPropertyPath(key);
    return (event, { userId }) => includes(findProperty(event, path), userId);
  }
  return eventProperty(key, value, includes);
}

function includes(found: JsonValue | undefined, value: JsonValue): boolean {
  return Array.isArray(found) && found.includes(value);
}

/** The recipient's name in the room, so it is looked up when an event comes, not when rules change. */
const containsDisplayName: Condition = (event, { userId, room }) => {
  const name = room.get('m.room.member', userId)?.content['displayname'];
  const body = event.content['body'];
  if (typeof name !== 'string' || name === '' || typeof body !== 'string') return false;
  return matchesWords(compileLiteral(name.toLowerCase()), body.toLowerCase());
};

function roomMemberCount(is: string | undefined): Condition {
  const [, operator = '==', digits] = MEMBER_COUNT.exec(is ?? '') ?? [];
  if (digits === undefined) return never;
  const wanted = Number(digits);
  return (_event, { room }) => compare(room.membersWith('join').length, operator, wanted);
}

function compare(count: number, operator: string, wanted: number): boolean {
  if (operator === '<') return count < wanted;
  if (operator === '>') return count > wanted;
  if (operator === '<=') return count <= wanted;
  if (operator === '>=') return count >= wanted;
  return count === wanted;
}

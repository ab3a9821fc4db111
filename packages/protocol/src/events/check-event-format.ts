import { isEventId, isRoomId, isUserId } from '../ids.ts';
import { canonicalJson } from '../json/canonical-json.ts';
import { isJsonObject, type JsonValue } from '../json/json-value.ts';
import {
  AUTH_EVENTS_MAX,
  checkEventSize,
  DEPTH_MAX,
  PREV_EVENTS_MAX,
  refuseEvent,
} from './event-limits.ts';
import type { Pdu } from './pdu.ts';

/**
 * Refuses what is not an event of room version 12, whoever it comes from. Says nothing of hashes,
 * signatures or permission.
 *
 * @see https://spec.matrix.org/v1.19/rooms/v12/#event-format
 */
export function checkEventFormat(value: JsonValue): Pdu {
  if (!isJsonObject(value)) throw refuseEvent('event_malformed', 'An event is a JSON object.');
  for (const [field, isValid] of Object.entries(FIELDS)) {
    if (!isValid(value[field])) {
      throw refuseEvent('event_malformed', `This event's ${field} is missing or malformed.`);
    }
  }
  const isCreate = value['type'] === 'm.room.create';
  if (isCreate ? Object.hasOwn(value, 'room_id') : !isRoomId(value['room_id'])) {
    throw refuseEvent('event_malformed', 'Every event but the first names its room.');
  }

  // SAFETY: every field of Pdu has just been checked.
  const event = value as unknown as Pdu;
  checkEventSize(event, canonicalJson(value));
  return event;
}

type Check = (value: JsonValue | undefined) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTimestamp: Check = (value) => Number.isSafeInteger(value);
const isDepth: Check = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= DEPTH_MAX;
const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isListOfEvents =
  (lengthMax: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= lengthMax && value.every(isEventId);
const isHashes: Check = (value) => isJsonObject(value) && typeof value['sha256'] === 'string';
const isSignatures: Check = (value) =>
  isJsonObject(value) &&
  Object.values(value).every((byKey) => isJsonObject(byKey) && Object.values(byKey).every(isText));

const FIELDS: Readonly<Record<Exclude<keyof Pdu, 'room_id'>, Check>> = {
  type: isText,
  state_key: isOptional(isText),
  sender: isUserId,
  content: isJsonObject,
  origin_server_ts: isTimestamp,
  depth: isDepth,
  prev_events: isListOfEvents(PREV_EVENTS_MAX),
  auth_events: isListOfEvents(AUTH_EVENTS_MAX),
  hashes: isHashes,
  signatures: isSignatures,
  unsigned: isOptional(isJsonObject),
};

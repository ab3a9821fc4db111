import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Pdu } from './pdu.ts';

const KEPT_FIELDS: ReadonlySet<string> = new Set([
  'event_id',
  'type',
  'room_id',
  'sender',
  'state_key',
  'content',
  'hashes',
  'signatures',
  'depth',
  'prev_events',
  'auth_events',
  'origin_server_ts',
]);

/** What each type keeps of its content. `m.room.create` keeps all and `m.room.member` has more to it. */
const KEPT_CONTENT: ReadonlyMap<string, readonly string[]> = new Map([
  ['m.room.member', ['membership', 'join_authorised_via_users_server']],
  ['m.room.join_rules', ['join_rule', 'allow']],
  [
    'm.room.power_levels',
    [
      'ban',
      'events',
      'events_default',
      'invite',
      'kick',
      'redact',
      'state_default',
      'users',
      'users_default',
    ],
  ],
  ['m.room.history_visibility', ['history_visibility']],
  ['m.room.redaction', ['redacts']],
]);

/** A shared empty object: most redacted events have nothing left in their content. */
const NOTHING: JsonObject = Object.freeze({});

/**
 * Removes from an event all that the room does not need, by the rules of room versions 11 and 12.
 * `unsigned` goes too; whoever shows the event adds its own.
 *
 * @see https://spec.matrix.org/v1.19/rooms/v12/#redactions
 */
export function redactEvent(event: Pdu): Pdu;
export function redactEvent(event: JsonObject): JsonObject;
export function redactEvent(event: Pdu | JsonObject): Pdu | JsonObject {
  const kept: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(event)) {
    if (KEPT_FIELDS.has(key)) kept[key] = value;
  }
  const { type, content } = event;
  if (typeof type === 'string' && isJsonObject(content)) {
    kept['content'] = redactContent(type, content);
  }
  return kept;
}

/** What remains of a content once its event is redacted. */
export function redactContent(type: string, content: JsonObject): JsonObject {
  if (type === 'm.room.create') return content;
  const keys = KEPT_CONTENT.get(type);
  if (keys === undefined) return NOTHING;

  const kept: Record<string, JsonValue> = {};
  for (const key of keys) {
    const value = ownValue(content, key);
    if (value !== undefined) kept[key] = value;
  }
  if (type === 'm.room.member') {
    const invite = ownValue(content, 'third_party_invite');
    if (isJsonObject(invite)) kept['third_party_invite'] = keepSigned(invite);
  }
  return kept;
}

// NOTE: an invite without `signed` becomes an empty object rather than nothing. The specification
// leaves this open, and the hash of such an event must be what other servers compute.
function keepSigned(invite: JsonObject): JsonObject {
  const signed = ownValue(invite, 'signed');
  return signed === undefined ? NOTHING : { signed };
}

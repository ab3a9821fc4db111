import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../json/canonical-json.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { checkEventFormat } from './check-event-format.ts';
import { EVENT_BYTES_MAX } from './event-limits.ts';

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const id = (sigil: string, letter: string) => `${sigil}${letter.repeat(43)}`;

const event: JsonObject = {
  type: 'm.room.message',
  room_id: id('!', 'r'),
  sender: '@mira:sotto.example',
  content: { body: 'hello' },
  origin_server_ts: 1_700_000_000_000,
  depth: 12,
  prev_events: [id('$', 'p')],
  auth_events: [id('$', 'a')],
  hashes: { sha256: 'h' },
  signatures: { 'sotto.example': { 'ed25519:1': 's' } },
};
const { room_id: _roomId, ...unrooted } = event;
const createEvent = { ...unrooted, type: 'm.room.create', state_key: '' };

describe('an event', () => {
  test.each([
    ['with all it needs', event],
    ['with a state key', { ...event, state_key: '' }],
    ['with unsigned fields', { ...event, unsigned: { age: 1 } }],
    ['with fields of a future version', { ...event, 'org.example.extra': [1] }],
    ['that creates a room', createEvent],
    ['at the greatest depth', { ...event, depth: 2 ** 53 - 1 }],
    ['at depth zero', { ...event, depth: 0 }],
    ['with twenty parents', { ...event, prev_events: Array(20).fill(id('$', 'p')) }],
    ['with ten authorising events', { ...event, auth_events: Array(10).fill(id('$', 'a')) }],
    ['signed by nobody', { ...event, signatures: {} }],
  ])('%s is well formed', (_, given) => {
    expect(checkEventFormat(given)).toBe(given);
  });

  test.each(Object.keys(event))('without %s is malformed', (field) => {
    const { [field]: _removed, ...rest } = event;

    expect(() => checkEventFormat(rest)).toThrow(refusal('event_malformed'));
  });

  test.each<[string, JsonValue]>([
    ['type', 5],
    ['state_key', null],
    ['state_key', 5],
    ['room_id', '!old:sotto.example'],
    ['room_id', id('$', 'r')],
    ['sender', 'mira'],
    ['sender', `@${'a'.repeat(255)}:sotto.example`],
    ['content', []],
    ['content', 'x'],
    ['content', null],
    ['origin_server_ts', '1'],
    ['origin_server_ts', 1.5],
    ['depth', -1],
    ['depth', 1.5],
    ['depth', 2 ** 53],
    ['depth', '1'],
    ['prev_events', id('$', 'p')],
    ['prev_events', ['$old:sotto.example']],
    ['prev_events', [5]],
    ['prev_events', Array(21).fill(id('$', 'p'))],
    ['auth_events', [[id('$', 'a'), {}]]],
    ['auth_events', Array(11).fill(id('$', 'a'))],
    ['hashes', {}],
    ['hashes', { sha256: 5 }],
    ['signatures', []],
    ['signatures', { 'sotto.example': 's' }],
    ['signatures', { 'sotto.example': { 'ed25519:1': 5 } }],
    ['unsigned', []],
  ])('whose %s is %j is malformed', (field, value) => {
    expect(() => checkEventFormat({ ...event, [field]: value })).toThrow(
      refusal('event_malformed'),
    );
  });

  test.each([null, [], 'x', 5])('cannot be %j', (value) => {
    expect(() => checkEventFormat(value)).toThrow(refusal('event_malformed'));
  });

  test('that creates a room does not name it', () => {
    expect(() => checkEventFormat({ ...createEvent, room_id: id('!', 'r') })).toThrow(
      refusal('event_malformed'),
    );
  });

  test('holds only what canonical JSON can', () => {
    expect(() => checkEventFormat({ ...event, content: { a: 0.5 } })).toThrow(
      refusal('json_not_canonical'),
    );
  });

  test('is refused one byte over the size limit', () => {
    const withBody = (length: number) => ({ ...event, content: { body: 'a'.repeat(length) } });
    const room = EVENT_BYTES_MAX - canonicalJson(withBody(0)).length;

    expect(() => checkEventFormat(withBody(room))).not.toThrow();
    expect(() => checkEventFormat(withBody(room + 1))).toThrow(refusal('event_too_large'));
  });
});

import { expect, test } from 'vitest';
import type { EventId, RoomId, UserId } from '../ids.ts';
import { toClientEvent, toClientEventWithoutRoomId, toStrippedState } from './client-event.ts';

const eventId = `$${'e'.repeat(43)}` as EventId;
const roomId = `!${'r'.repeat(43)}` as RoomId;
const stored = {
  type: 'm.room.topic',
  state_key: '',
  sender: '@mira:sotto.example' as UserId,
  content: { topic: 'Tea' },
  origin_server_ts: 5,
  depth: 3,
  prev_events: [],
  auth_events: [],
  hashes: { sha256: 'h' },
  signatures: {},
};
const shown = {
  event_id: eventId,
  type: 'm.room.topic',
  state_key: '',
  sender: '@mira:sotto.example',
  content: { topic: 'Tea' },
  origin_server_ts: 5,
};

test('clients see an event with its id and without its place in the graph', () => {
  expect(toClientEventWithoutRoomId(eventId, stored)).toEqual(shown);
  expect(toClientEvent({ eventId, roomId }, stored)).toEqual({ ...shown, room_id: roomId });
});

test('a create event, which names no room, is shown with its room all the same', () => {
  const create = { ...stored, type: 'm.room.create' };

  expect(toClientEvent({ eventId, roomId }, create).room_id).toBe(roomId);
});

test('a message has no state key, not an undefined one', () => {
  const { state_key: _stateKey, ...message } = stored;

  expect(Object.keys(toClientEventWithoutRoomId(eventId, message))).not.toContain('state_key');
});

test('what the server adds for a reader stands under unsigned', () => {
  const unsigned = { age: 5, transaction_id: 't1' };

  expect(toClientEvent({ eventId, roomId }, stored, unsigned)).toEqual({
    ...shown,
    room_id: roomId,
    unsigned,
  });
});

test('a redaction names its target where older clients look too', () => {
  const redaction = { ...stored, type: 'm.room.redaction', content: { redacts: '$target' } };

  expect(toClientEventWithoutRoomId(eventId, redaction).redacts).toBe('$target');
});

test.each([
  { ...stored, content: { redacts: '$target' } },
  { ...stored, type: 'm.room.redaction', content: { redacts: 5 } },
  { ...stored, type: 'm.room.redaction', content: {} },
])('nothing else names a target: $type $content', (event) => {
  expect(toClientEventWithoutRoomId(eventId, event)).not.toHaveProperty('redacts');
});

test('stripped state says who, what and where, and no more', () => {
  expect(toStrippedState(stored)).toEqual({
    type: 'm.room.topic',
    state_key: '',
    sender: '@mira:sotto.example',
    content: { topic: 'Tea' },
  });
});

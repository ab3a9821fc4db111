import { describe, expect, test } from 'vitest';
import type { RoomId, UserId } from '../../ids.ts';
import {
  ada,
  eventBy,
  jonas,
  mira,
  noEvidence,
  noor,
  remote,
  roomState,
  type GivenRoom,
} from '../../tests/support/room.ts';
import type { AuthEvent } from '../auth-event.ts';
import { checkAuth, findAuthRefusal } from './check-auth.ts';

interface Row {
  readonly says: string;
  readonly by?: UserId;
  readonly event?: Partial<AuthEvent>;
  readonly room?: GivenRoom;
  readonly answer: string;
}

function answerTo({ by = jonas, event, room }: Row) {
  const state = roomState(room);
  return findAuthRefusal({ event: eventBy(by, event), state, evidence: noEvidence }) ?? 'ok';
}

describe('rule 2, belonging to the room', () => {
  const otherRoom = `!${'x'.repeat(43)}` as RoomId;

  test.each<Row>([
    { says: 'the room of the create event', answer: 'ok' },
    { says: 'another room', event: { room_id: otherRoom }, answer: 'room_unknown' },
    { says: 'another room, for a member', event: joining(ada, otherRoom), answer: 'room_unknown' },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });

  test('no room at all: room_unknown', () => {
    const { room_id: _roomId, ...event } = eventBy(jonas);

    const refusal = findAuthRefusal({ event, state: roomState(), evidence: noEvidence });

    expect(refusal).toBe('room_unknown');
  });

  test('a room without a create event: room_unknown', () => {
    const state = { get: () => undefined };

    expect(findAuthRefusal({ event: eventBy(jonas), state, evidence: noEvidence })).toBe(
      'room_unknown',
    );
  });

  function joining(userId: UserId, roomId: RoomId): Partial<AuthEvent> {
    const content = { membership: 'join' };
    return { type: 'm.room.member', state_key: userId, sender: userId, room_id: roomId, content };
  }
});

describe('rule 4, rooms for one server', () => {
  const join = {
    type: 'm.room.member',
    state_key: remote,
    content: { membership: 'join' },
  };

  test.each<Row>([
    {
      says: 'people of the same server may take part',
      room: { create: { 'm.federate': false } },
      answer: 'ok',
    },
    {
      says: 'people of other servers may not, even once they are in',
      by: remote,
      room: { create: { 'm.federate': false }, members: { [remote]: 'join' } },
      answer: 'room_not_federated',
    },
    {
      says: 'people of other servers may not join',
      by: remote,
      event: join,
      room: { create: { 'm.federate': false }, joinRule: 'public' },
      answer: 'room_not_federated',
    },
    {
      says: 'they may where the room is federated',
      by: remote,
      event: join,
      room: { create: { 'm.federate': true }, joinRule: 'public' },
      answer: 'ok',
    },
    {
      says: 'only false closes a room, not something like it',
      by: remote,
      event: join,
      room: { create: { 'm.federate': 'false' }, joinRule: 'public' },
      answer: 'ok',
    },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });
});

describe('rule 6, being in the room', () => {
  test.each<Row>([
    { says: 'a member may speak', answer: 'ok' },
    { says: 'a stranger may not', by: ada, answer: 'sender_not_joined' },
    ...(['invite', 'leave', 'ban', 'knock'] as const).map((membership) => ({
      says: `someone whose membership is ${membership} may not`,
      by: ada,
      room: { members: { [ada]: membership } },
      answer: 'sender_not_joined',
    })),
    {
      says: 'even the creator may not once she has left',
      by: mira,
      room: { members: { [mira]: 'leave' } },
      answer: 'sender_not_joined',
    },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });
});

describe('rule 7, inviting third parties', () => {
  const offer = { type: 'm.room.third_party_invite', state_key: 'token' };

  test.each<Row>([
    { says: 'anyone may where anyone may invite', event: offer, answer: 'ok' },
    {
      says: 'at the invite level',
      by: noor,
      event: offer,
      room: { levels: { users: { [noor]: 50 }, invite: 50 } },
      answer: 'ok',
    },
    {
      says: 'not below the invite level',
      by: noor,
      event: offer,
      room: { levels: { users: { [noor]: 49 }, invite: 50 } },
      answer: 'cannot_invite',
    },
    {
      says: 'the level of the event type does not matter',
      event: offer,
      room: { levels: { events: { 'm.room.third_party_invite': 100 } } },
      answer: 'ok',
    },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });
});

describe('rule 8, the level an event requires', () => {
  const topic = { type: 'm.room.topic', state_key: '' };

  test.each<Row>([
    { says: 'messages need none by default', answer: 'ok' },
    { says: 'state needs 50 by default', event: topic, answer: 'level_too_low' },
    { says: 'a moderator has it', by: noor, event: topic, answer: 'ok' },
    { says: 'an empty state key is state', event: { state_key: '' }, answer: 'level_too_low' },
    {
      says: 'state needs 50 where the room states no levels',
      event: topic,
      room: { levels: null },
      answer: 'level_too_low',
    },
    {
      says: 'the creator has every level where the room states none',
      by: mira,
      event: topic,
      room: { levels: null },
      answer: 'ok',
    },
    {
      says: 'the creator has every level, whatever is required',
      by: mira,
      event: topic,
      room: { levels: { state_default: Number.MAX_SAFE_INTEGER, users_default: -5 } },
      answer: 'ok',
    },
    {
      says: 'an additional creator has as well',
      by: jonas,
      event: topic,
      room: { create: { additional_creators: [noor, jonas] } },
      answer: 'ok',
    },
    {
      says: 'the room can ask more of messages',
      room: { levels: { events_default: 1 } },
      answer: 'level_too_low',
    },
    {
      says: 'the room can ask more of one type',
      room: { levels: { events: { 'm.room.message': 1 } } },
      answer: 'level_too_low',
    },
    {
      says: 'the room can ask less of one type',
      event: topic,
      room: { levels: { events: { 'm.room.topic': 0 } } },
      answer: 'ok',
    },
    {
      says: 'the room can raise everyone',
      event: topic,
      room: { levels: { users_default: 50 } },
      answer: 'ok',
    },
    {
      says: 'an own level of nothing counts over the default',
      by: noor,
      event: topic,
      room: { levels: { users_default: 50, users: { [noor]: 0 } } },
      answer: 'level_too_low',
    },
    {
      says: 'a type named like a part of a prototype has the default',
      event: { type: 'constructor' },
      answer: 'ok',
    },
    {
      says: 'redactions need what messages need, not the redact level',
      event: { type: 'm.room.redaction', content: { redacts: '$x' } },
      room: { levels: { redact: 100 } },
      answer: 'ok',
    },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });
});

describe('rule 9, state that belongs to a person', () => {
  const ownedBy = (stateKey: string) => ({ type: 'org.example.status', state_key: stateKey });
  const room = { levels: { state_default: 0 } };

  test.each<Row>([
    { says: 'one may set one’s own', event: ownedBy(jonas), room, answer: 'ok' },
    { says: 'not that of another', event: ownedBy(noor), room, answer: 'state_of_another' },
    {
      says: 'not even as the creator',
      by: mira,
      event: ownedBy(noor),
      room,
      answer: 'state_of_another',
    },
    { says: 'any other key is free', event: ownedBy(`x${noor}`), room, answer: 'ok' },
    {
      says: 'an @ alone is a person too',
      event: ownedBy('@anything'),
      room,
      answer: 'state_of_another',
    },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });
});

describe('checking', () => {
  test('throws the reason, with a sentence that may be shown', () => {
    const given = { event: eventBy(ada), state: roomState(), evidence: noEvidence };

    expect(() => checkAuth(given)).toThrow(
      expect.objectContaining({
        name: 'Refusal',
        code: 'sender_not_joined',
        message: 'You are not in this room.',
      }),
    );
  });

  test('is silent about what is allowed', () => {
    const given = { event: eventBy(jonas), state: roomState(), evidence: noEvidence };

    expect(() => checkAuth(given)).not.toThrow();
  });
});

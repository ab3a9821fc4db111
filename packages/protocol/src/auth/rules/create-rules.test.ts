import { describe, expect, test } from 'vitest';
import {
  eventBy,
  idNamed,
  mira,
  noEvidence,
  noor,
  remote,
  ROOM_ID,
} from '../../tests/support/room.ts';
import { findAuthRefusal } from './check-auth.ts';

describe('rule 1, creating a room', () => {
  const { room_id: _roomId, ...unrooted } = eventBy(mira, { type: 'm.room.create', state_key: '' });
  const create = { ...unrooted, content: { room_version: '12' }, prev_events: [] };

  test.each([
    { says: 'a first event without a room', event: create, answer: 'ok' },
    { says: 'a version may go unsaid', event: { ...create, content: {} }, answer: 'ok' },
    {
      says: 'a second event cannot create the room',
      event: { ...create, prev_events: [idNamed('previous')] },
      answer: 'create_not_first',
    },
    {
      says: 'the room is not named',
      event: { ...create, room_id: ROOM_ID },
      answer: 'create_names_room',
    },
    ...['99', '11', 12, null].map((version) => ({
      says: `version ${JSON.stringify(version)} is not this one`,
      event: { ...create, content: { room_version: version } },
      answer: 'room_version_unknown',
    })),
    ...[[], [noor, remote], ['@Old.Style é:sotto.example']].map((creators) => ({
      says: `additional creators may be ${JSON.stringify(creators)}`,
      event: { ...create, content: { additional_creators: creators } },
      answer: 'ok',
    })),
    ...[null, noor, {}, [5], [noor, 'noor'], ['@noor'], [`@${'a'.repeat(255)}:x`]].map(
      (creators) => ({
        says: `additional creators may not be ${JSON.stringify(creators).slice(0, 30)}`,
        event: { ...create, content: { additional_creators: creators } },
        answer: 'creators_malformed',
      }),
    ),
  ])('$says: $answer', ({ event, answer }) => {
    const state = { get: () => undefined };

    expect(findAuthRefusal({ event, state, evidence: noEvidence }) ?? 'ok').toBe(answer);
  });
});

import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json/json-value.ts';
import { ada, CREATE_ID, eventBy, jonas, noor, ROOM_ID, roomState } from '../tests/support/room.ts';
import { findAuthEventsRefusal, selectAuthEvents } from './auth-events.ts';

const offer = { type: 'm.room.third_party_invite', state_key: 'tok', sender: jonas, content: {} };
const state = roomState({ members: { [ada]: 'invite' }, others: [offer] });
const idOf = (type: string, stateKey = '') => state.get(type, stateKey)?.eventId;
const levels = idOf('m.room.power_levels');
const joinRules = idOf('m.room.join_rules');
const memberOf = (userId: string) => idOf('m.room.member', userId);
const member = (content: JsonObject, target: string = ada) =>
  eventBy(jonas, { type: 'm.room.member', state_key: target, content });

describe('the events that authorise', () => {
  test.each([
    { says: 'a message', event: eventBy(jonas), ids: [levels, memberOf(jonas)] },
    {
      says: 'a state event about someone',
      event: eventBy(jonas, { type: 'org.example', state_key: ada }),
      ids: [levels, memberOf(jonas)],
    },
    {
      says: 'a stranger, who has no membership',
      event: eventBy(`@x:sotto.example` as typeof ada),
      ids: [levels],
    },
    {
      says: 'an invitation',
      event: member({ membership: 'invite' }),
      ids: [levels, memberOf(jonas), memberOf(ada), joinRules],
    },
    {
      says: 'a third-party invitation',
      event: member({ membership: 'invite', third_party_invite: { signed: { token: 'tok' } } }),
      ids: [levels, memberOf(jonas), memberOf(ada), joinRules, idOf(offer.type, 'tok')],
    },
    {
      says: 'a third-party invitation the room does not know',
      event: member({ membership: 'invite', third_party_invite: { signed: { token: 'x' } } }),
      ids: [levels, memberOf(jonas), memberOf(ada), joinRules],
    },
    {
      says: 'a malformed third-party invitation',
      event: member({ membership: 'invite', third_party_invite: { signed: 5 } }),
      ids: [levels, memberOf(jonas), memberOf(ada), joinRules],
    },
    {
      says: 'a join',
      event: member({ membership: 'join' }, jonas),
      ids: [levels, memberOf(jonas), joinRules],
    },
    {
      says: 'a join that someone let in',
      event: member({ membership: 'join', join_authorised_via_users_server: noor }, jonas),
      ids: [levels, memberOf(jonas), joinRules, memberOf(noor)],
    },
    {
      says: 'a join that the same person let in',
      event: member({ membership: 'join', join_authorised_via_users_server: jonas }, jonas),
      ids: [levels, memberOf(jonas), joinRules],
    },
    {
      says: 'a request to join',
      event: member({ membership: 'knock' }, jonas),
      ids: [levels, memberOf(jonas), joinRules],
    },
    ...['leave', 'ban'].map((membership) => ({
      says: `a ${membership}, which no join rule and no one else touches`,
      event: member({ membership, join_authorised_via_users_server: noor }),
      ids: [levels, memberOf(jonas), memberOf(ada)],
    })),
    { says: 'a create event: none', event: eventBy(jonas, { type: 'm.room.create' }), ids: [] },
  ])('of $says', ({ event, ids }) => {
    const selected = selectAuthEvents(event, state);

    expect(new Set(selected)).toEqual(new Set(ids));
    expect(selected).toHaveLength(ids.length);
    expect(selected).not.toContain(CREATE_ID);
  });

  test('are few in a room that has said nothing yet', () => {
    const empty = roomState({ levels: null, joinRule: null });

    expect(selectAuthEvents(eventBy(jonas), empty)).toEqual([
      empty.get('m.room.member', jonas)?.eventId,
    ]);
  });
});

describe('rule 3, the events cited', () => {
  const cited = (type: string, stateKey = '', more = {}) => ({
    type,
    stateKey,
    roomId: ROOM_ID,
    wasRejected: false,
    ...more,
  });
  const good = [cited('m.room.power_levels'), cited('m.room.member', jonas)];
  const otherRoom = `!${'x'.repeat(43)}`;

  test.each([
    { says: 'those the selection names', list: good, answer: null },
    { says: 'fewer than it names', list: good.slice(1), answer: null },
    { says: 'none', list: [], answer: null },
    {
      says: '3.1: two for the same key',
      list: [...good, cited('m.room.member', jonas)],
      answer: 'auth_events_repeated',
    },
    {
      says: '3.2: another member',
      list: [...good, cited('m.room.member', noor)],
      answer: 'auth_events_unexpected',
    },
    {
      says: '3.2: join rules for a message',
      list: [...good, cited('m.room.join_rules')],
      answer: 'auth_events_unexpected',
    },
    {
      says: '3.2: the create event, which the room id stands for',
      list: [...good, cited('m.room.create')],
      answer: 'auth_events_unexpected',
    },
    {
      says: '3.2: power levels under another state key',
      list: [cited('m.room.power_levels', 'x')],
      answer: 'auth_events_unexpected',
    },
    {
      says: '3.3: one that was rejected',
      list: [...good.slice(1), cited('m.room.power_levels', '', { wasRejected: true })],
      answer: 'auth_events_rejected',
    },
    {
      says: '3.4: one of another room',
      list: [...good.slice(1), cited('m.room.power_levels', '', { roomId: otherRoom })],
      answer: 'auth_events_of_other_room',
    },
  ])('$says: $answer', ({ list, answer }) => {
    expect(findAuthEventsRefusal(eventBy(jonas), list)).toBe(answer);
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonObject } from '../tests/support/arbitraries.ts';
import { redactContent, redactEvent } from './redaction.ts';

const ALL_FIELDS = {
  auth_events: ['$a'],
  content: {},
  depth: 3,
  event_id: '$e',
  hashes: { sha256: 'h' },
  origin_server_ts: 5,
  prev_events: ['$p'],
  room_id: '!r',
  sender: '@mira:sotto.example',
  signatures: { 'sotto.example': { 'ed25519:1': 's' } },
  state_key: '',
  type: 'm.room.topic',
};

describe('a redacted event', () => {
  test('keeps its place, author, hashes and signatures', () => {
    expect(redactEvent(ALL_FIELDS)).toEqual(ALL_FIELDS);
  });

  test.each(['origin', 'membership', 'prev_state', 'redacts', 'unsigned', 'age', '__proto__'])(
    'loses %s',
    (field) => {
      const event = JSON.parse(`{"${field}":{"x":1}}`);

      expect(redactEvent({ ...ALL_FIELDS, ...event })).toEqual(ALL_FIELDS);
    },
  );

  test('gains nothing it did not have', () => {
    expect(redactEvent({ type: 'm.room.message' })).toEqual({ type: 'm.room.message' });
    expect(redactEvent({})).toEqual({});
  });
});

describe('the content of a redacted event', () => {
  const levels = {
    ban: 1,
    events: { a: 1 },
    events_default: 2,
    invite: 3,
    kick: 4,
    redact: 5,
    state_default: 6,
    users: { '@mira:sotto.example': 7 },
    users_default: 8,
  };
  const signed = { mxid: '@mira:sotto.example', token: 't', signatures: {} };

  test.each([
    { type: 'm.room.message', from: { body: 'hello', msgtype: 'm.text' }, to: {} },
    { type: 'm.room.encrypted', from: { algorithm: 'a', ciphertext: 'c' }, to: {} },
    { type: 'm.room.topic', from: { topic: 'x' }, to: {} },
    { type: 'm.room.aliases', from: { aliases: ['#a:b'] }, to: {} },
    { type: 'm.room.third_party_invite', from: { public_key: 'k' }, to: {} },
    { type: 'constructor', from: { name: 1, length: 2 }, to: {} },
    {
      type: 'm.room.member',
      from: {
        membership: 'join',
        displayname: 'Mira',
        avatar_url: 'mxc://a/b',
        reason: 'because',
        is_direct: true,
        join_authorised_via_users_server: '@noor:sotto.example',
      },
      to: { membership: 'join', join_authorised_via_users_server: '@noor:sotto.example' },
    },
    {
      type: 'm.room.member',
      from: { membership: 'invite', third_party_invite: { display_name: 'M', signed } },
      to: { membership: 'invite', third_party_invite: { signed } },
    },
    {
      type: 'm.room.member',
      from: { membership: 'invite', third_party_invite: { display_name: 'M' } },
      to: { membership: 'invite', third_party_invite: {} },
    },
    {
      type: 'm.room.member',
      from: { membership: 'invite', third_party_invite: 'M', signed },
      to: { membership: 'invite' },
    },
    {
      type: 'm.room.create',
      from: {
        room_version: '12',
        additional_creators: [],
        'm.federate': false,
        anything: { a: 1 },
      },
      to: { room_version: '12', additional_creators: [], 'm.federate': false, anything: { a: 1 } },
    },
    {
      type: 'm.room.join_rules',
      from: { join_rule: 'restricted', allow: [{ type: 'm.room_membership' }], other: 1 },
      to: { join_rule: 'restricted', allow: [{ type: 'm.room_membership' }] },
    },
    {
      type: 'm.room.power_levels',
      from: { ...levels, notifications: { room: 50 }, other: 1 },
      to: levels,
    },
    {
      type: 'm.room.history_visibility',
      from: { history_visibility: 'shared', other: 1 },
      to: { history_visibility: 'shared' },
    },
    {
      type: 'm.room.redaction',
      from: { redacts: '$e', reason: 'spam' },
      to: { redacts: '$e' },
    },
  ])('$type: $from', ({ type, from, to }) => {
    expect(redactContent(type, from)).toEqual(to);
    expect(redactEvent({ ...ALL_FIELDS, type, content: from })).toEqual({
      ...ALL_FIELDS,
      type,
      content: to,
    });
  });

  test('never comes from a prototype', () => {
    const content = Object.create({ membership: 'join' }) as Record<string, never>;

    expect(redactContent('m.room.member', content)).toEqual({});
  });
});

test('redacting twice is redacting once', () => {
  const anyEvent = fc.record({
    type: fc.constantFrom(
      'm.room.member',
      'm.room.create',
      'm.room.power_levels',
      'm.room.message',
    ),
    content: fc.record({
      membership: fc.constant('invite'),
      ban: fc.nat(),
      body: fc.string(),
      third_party_invite: fc.option(fc.record({ signed: jsonObject, display_name: fc.string() })),
    }),
    unsigned: jsonObject,
    depth: fc.nat(),
  });
  fc.assert(
    fc.property(anyEvent, (event) => {
      const once = redactEvent(event);

      expect(redactEvent(once)).toEqual(once);
    }),
  );
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventId, RoomId, UserId } from '../ids.ts';
import { canonicalJson } from '../json/canonical-json.ts';
import type { JsonObject } from '../json/json-value.ts';
import { isSignedJson, signJson } from '../signing/sign-json.ts';
import { jsonObject } from '../tests/support/arbitraries.ts';
import { createTestCrypto } from '../tests/support/node-event-crypto.ts';
import { checkEventFormat } from './check-event-format.ts';
import { createEvent } from './create-event.ts';
import { contentHashOf, eventIdOf } from './event-hashes.ts';
import { EVENT_BYTES_MAX } from './event-limits.ts';
import type { EventTemplate } from './pdu.ts';
import { redactEvent } from './redaction.ts';

const crypto = createTestCrypto();
const keys = { signedBy: 'domain', publicKeys: new Map([['ed25519:1', crypto.publicKey]]) };
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

const template: EventTemplate = {
  type: 'm.room.message',
  room_id: `!${'r'.repeat(43)}` as RoomId,
  sender: '@mira:domain' as UserId,
  content: { msgtype: 'm.text', body: 'Grüße "😀"\n' },
  origin_server_ts: 1_700_000_000_000,
  depth: 12,
  prev_events: [`$${'p'.repeat(43)}` as EventId],
  auth_events: [`$${'a'.repeat(43)}` as EventId, `$${'b'.repeat(43)}` as EventId],
};
const { room_id: _roomId, ...unrooted } = template;
const createTemplate: EventTemplate = {
  ...unrooted,
  type: 'm.room.create',
  state_key: '',
  content: { room_version: '12', anything: { b: 1, a: 2 } },
  depth: 1,
  prev_events: [],
  auth_events: [],
};

const readBack = (json: string) => JSON.parse(json) as JsonObject;

/**
 * These vectors are events of room version 1, which keeps `origin` when it redacts: their redacted
 * form is written out. What they prove is the content hash and the signature.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#event-signing
 */
describe('the published vectors', () => {
  const minimal = {
    room_id: '!x:domain',
    sender: '@a:domain',
    origin: 'domain',
    origin_server_ts: 1_000_000,
    signatures: {},
    hashes: {},
    type: 'X',
    content: {},
    prev_events: [],
    auth_events: [],
    depth: 3,
    unsigned: { age_ts: 1_000_000 },
  };
  const redactable = {
    content: { body: 'Here is the message content' },
    event_id: '$0:domain',
    origin: 'domain',
    origin_server_ts: 1_000_000,
    type: 'm.room.message',
    room_id: '!r:domain',
    sender: '@u:domain',
    signatures: {},
    unsigned: { age_ts: 1_000_000 },
  };

  test.each([
    {
      name: 'a minimal event',
      event: minimal,
      sha256: '5jM4wQpv6lnBo7CLIghJuHdW+s2CMBJPUOGOC89ncos',
      signature:
        'KxwGjPSDEtvnFgU00fwFz+l6d2pJM6XBIaMEn81SXPTRl16AqLAYqfIReFGZlHi5KLjAWbOoMszkwsQma+lYAg',
    },
    {
      name: 'an event with redactable content',
      event: redactable,
      sha256: 'onLKD1bGljeBWQhWZ1kaP9SorVmRQNdN5aM2JYU2n/g',
      signature:
        'Wm+VzmOUOz08Ds+0NTWb1d4CZrVsJSikkeRxh6aCcUwu6pNC78FunoD7KNWzqFn241eYHYMGCA5McEiVPdhzBA',
    },
  ])('$name', ({ event, sha256, signature }) => {
    expect(contentHashOf(event, crypto)).toBe(sha256);

    const redacted = signJson({ ...event, content: {}, hashes: { sha256 } }, crypto);
    expect(redacted['signatures']).toEqual({ domain: { 'ed25519:1': signature } });
  });

  test('a minimal event has, without its origin, the same content hash in this room version', () => {
    const { origin: _origin, hashes: _hashes, signatures: _signatures, ...event } = minimal;
    // SAFETY: the vector's room id is of an older form, which hashing does not look into.
    const roomId = event.room_id as RoomId;
    const sender = event.sender as UserId;

    const { pdu } = createEvent({ ...event, room_id: roomId, sender }, crypto);

    expect(pdu.hashes.sha256).toBe(contentHashOf(event, crypto));
  });
});

describe('a created event', () => {
  test('is stored as canonical JSON of all its fields', () => {
    const { pdu, json } = createEvent(template, crypto);

    expect(json).toBe(canonicalJson(pdu));
    expect(pdu).toEqual({
      ...template,
      hashes: { sha256: expect.stringMatching(/^[A-Za-z0-9+/]{43}$/) },
      signatures: { domain: { 'ed25519:1': expect.stringMatching(/^[A-Za-z0-9+/]{86}$/) } },
    });
  });

  test.each([
    ['a message', template],
    ['a state event', { ...template, type: 'm.room.topic', state_key: 'ключ"', content: {} }],
    ['a create event', createTemplate],
    [
      'a member event',
      {
        ...template,
        type: 'm.room.member',
        state_key: '@mira:domain',
        content: { displayname: 'Mira', membership: 'join' },
      },
    ],
  ])('passes every check another server makes: %s', (_, given) => {
    const { eventId, json } = createEvent(given, crypto);

    const received = readBack(json);
    expect(() => checkEventFormat(received)).not.toThrow();
    expect(isSignedJson(redactEvent(received), keys, crypto)).toBe(true);
    expect(received['hashes']).toEqual({ sha256: contentHashOf(received, crypto) });
    expect(eventIdOf(received, crypto)).toBe(eventId);
    expect(eventId).toMatch(/^\$[A-Za-z0-9_-]{43}$/);
  });

  test('belongs to the room it names, and a create event to the room named after it', () => {
    expect(createEvent(template, crypto).roomId).toBe(template.room_id);

    const created = createEvent(createTemplate, crypto);
    expect(created.roomId).toBe(`!${created.eventId.slice(1)}`);
    expect(created.pdu).not.toHaveProperty('room_id');
  });

  test('is the same whenever it is made from the same template', () => {
    const again = { ...template, content: { body: 'Grüße "😀"\n', msgtype: 'm.text' } };

    expect(createEvent(again, crypto).json).toBe(createEvent(template, crypto).json);
  });

  test('takes one signature and two hashes', () => {
    const calls: string[] = [];
    const counting = {
      ...crypto,
      sha256: (text: string) => (calls.push('sha256'), crypto.sha256(text)),
      sign: (text: string) => (calls.push('sign'), crypto.sign(text)),
    };

    createEvent(template, counting);

    expect(calls.toSorted()).toEqual(['sha256', 'sha256', 'sign']);
  });
});

describe('the id of an event', () => {
  const received = readBack(createEvent(template, crypto).json);
  const eventId = eventIdOf(received, crypto);

  test('survives redaction, since only what must remain is hashed', () => {
    expect(eventIdOf(redactEvent(received), crypto)).toBe(eventId);
  });

  test('does not depend on unsigned fields or signatures', () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, (unsigned, signatures) => {
        expect(eventIdOf({ ...received, unsigned, signatures }, crypto)).toBe(eventId);
      }),
    );
  });

  test.each(['type', 'room_id', 'sender', 'origin_server_ts', 'depth', 'prev_events', 'hashes'])(
    'depends on %s',
    (field) => {
      expect(eventIdOf({ ...received, [field]: 'other' }, crypto)).not.toBe(eventId);
    },
  );

  test('depends on the content through its hash', () => {
    const other = createEvent({ ...template, content: { body: 'other' } }, crypto);

    expect(other.eventId).not.toBe(eventId);
    expect(other.pdu.hashes).not.toEqual(received['hashes']);
  });
});

describe('an event that cannot be made', () => {
  const sizeOf = (bodyLength: number) =>
    createEvent({ ...template, content: { body: 'a'.repeat(bodyLength) } }, crypto).json.length;

  test('is one byte over the size limit, signatures included', () => {
    const room = EVENT_BYTES_MAX - sizeOf(0);

    expect(sizeOf(room)).toBe(EVENT_BYTES_MAX);
    expect(() => sizeOf(room + 1)).toThrow(refusal('event_too_large'));
  });

  test('has its size counted in bytes, not characters', () => {
    const content = { body: '日'.repeat(22_000) };

    expect(() => createEvent({ ...template, content }, crypto)).toThrow(refusal('event_too_large'));
  });

  test.each(['type', 'state_key'])('has a %s of more than 255 bytes', (field) => {
    const withLength = (length: number) => ({ ...template, [field]: 'x'.repeat(length) });

    expect(() => createEvent(withLength(255), crypto)).not.toThrow();
    expect(() => createEvent(withLength(256), crypto)).toThrow(refusal('event_too_large'));
    expect(() => createEvent({ ...template, [field]: 'é'.repeat(128) }, crypto)).toThrow(
      refusal('event_too_large'),
    );
  });

  test.each([{ content: { a: 0.5 } }, { depth: 2 ** 53 }, { origin_server_ts: 0.1 }])(
    'holds a number that canonical JSON cannot: %j',
    (fields) => {
      expect(() => createEvent({ ...template, ...fields }, crypto)).toThrow(
        refusal('json_not_canonical'),
      );
    },
  );

  test('has a sender of another server: only that server could sign it', () => {
    const sender = '@mira:other.domain' as UserId;

    expect(() => createEvent({ ...template, sender }, crypto)).toThrow(/signed by the server/);
  });

  test('names a room though it creates one, or names none though it does not', () => {
    const rooted = { ...createTemplate, room_id: `!${'r'.repeat(43)}` as RoomId };

    expect(() => createEvent(rooted, crypto)).toThrow(/room id/);
    expect(() => createEvent(unrooted, crypto)).toThrow(/room id/);
  });
});

test('any content is hashed, signed and stored as a receiver would compute it', () => {
  fc.assert(
    fc.property(jsonObject, fc.option(fc.string(), { nil: undefined }), (content, stateKey) => {
      const given = {
        ...template,
        content,
        ...(stateKey !== undefined && { state_key: stateKey }),
      };

      const { eventId, pdu, json } = createEvent(given, crypto);

      const received = readBack(json);
      expect(json).toBe(canonicalJson(pdu));
      expect(eventIdOf(received, crypto)).toBe(eventId);
      expect(received['hashes']).toEqual({ sha256: contentHashOf(received, crypto) });
    }),
  );
});

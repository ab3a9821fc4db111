import { describe, expect, test } from 'vitest';
import type { UserId } from '../../ids.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { signJson } from '../../signing/sign-json.ts';
import { createTestCrypto } from '../../tests/support/node-event-crypto.ts';
import { ada, eventBy, jonas, noor, roomState, type GivenRoom } from '../../tests/support/room.ts';
import { findAuthRefusal } from './check-auth.ts';

const identity = createTestCrypto({ serverName: 'identity.example' });
const stranger = createTestCrypto({ serverName: 'stranger.example', seed: 'B'.repeat(43) });
const signed = signJson({ mxid: ada, token: 'tok' }, identity);

interface Given {
  readonly invite?: JsonValue;
  readonly offer?: JsonObject;
  readonly by?: UserId;
  readonly room?: GivenRoom;
  readonly verify?: () => boolean;
}

function answerTo({ invite = { signed }, offer, by = jonas, room, verify }: Given) {
  const content = offer ?? { display_name: 'ada@…', public_key: identity.publicKey };
  const others = [{ type: 'm.room.third_party_invite', state_key: 'tok', sender: jonas, content }];
  const event = eventBy(by, {
    type: 'm.room.member',
    state_key: ada,
    content: { membership: 'invite', third_party_invite: invite },
  });
  const evidence = { ...identity, isSignedBy: () => false, ...(verify && { verify }) };
  return findAuthRefusal({ event, state: roomState({ ...room, others }), evidence }) ?? 'ok';
}

describe('rule 5.4.1, taking up a third-party invitation', () => {
  test('with a signature by the key it was made with', () => {
    expect(answerTo({})).toBe('ok');
  });

  test('5.4.1.7: with the key among several', () => {
    const public_keys = [{ public_key: stranger.publicKey }, { public_key: identity.publicKey }];

    expect(answerTo({ offer: { public_keys } })).toBe('ok');
    expect(answerTo({ offer: { public_key: stranger.publicKey, public_keys } })).toBe('ok');
  });

  test('5.4.1.7: with one right signature among several', () => {
    expect(answerTo({ invite: { signed: signJson(signed, stranger) } })).toBe('ok');
  });

  test('5.4.1.7: whether or not the one who made it is still in the room', () => {
    expect(answerTo({ room: { members: { [jonas]: 'leave' } } })).toBe('ok');
  });

  test('5.4.1.1: not when banned', () => {
    expect(answerTo({ room: { members: { [ada]: 'ban' } } })).toBe('target_banned');
  });

  test.each<JsonValue>([
    null,
    'x',
    {},
    { signed: null },
    { signed: [] },
    { signed: { token: 'tok' } },
    { signed: { mxid: ada } },
    { signed: { mxid: ada, token: 5 } },
  ])('5.4.1.2, 5.4.1.3: not when incomplete: %j', (invite) => {
    expect(answerTo({ invite })).toBe('third_party_invite_malformed');
  });

  test('5.4.1.4: not when it is for someone else', () => {
    const forNoor = signJson({ mxid: noor, token: 'tok' }, identity);

    expect(answerTo({ invite: { signed: forNoor } })).toBe('third_party_invite_for_another');
  });

  test('5.4.1.5: not when the room knows no such token', () => {
    const other = signJson({ mxid: ada, token: 'other' }, identity);

    expect(answerTo({ invite: { signed: other } })).toBe('third_party_invite_unknown');
  });

  test('5.4.1.6: not when someone else made it', () => {
    expect(answerTo({ by: noor })).toBe('third_party_invite_by_another');
  });

  test.each<[string, Given]>([
    ['no signature', { invite: { signed: { mxid: ada, token: 'tok' } } }],
    ['a signature by another key', { offer: { public_key: stranger.publicKey } }],
    ['a signature of something else', { invite: { signed: { ...signed, extra: 1 } } }],
    ['no key in the room', { offer: {} }],
    ['malformed keys in the room', { offer: { public_key: 5, public_keys: ['x', null] } }],
    [
      'malformed signatures',
      { invite: { signed: { ...signed, signatures: { a: 'x', b: { c: 5 } } } } },
    ],
    [
      'a signature of another algorithm',
      {
        invite: {
          signed: signJson({ mxid: ada, token: 'tok' }, { ...identity, keyId: 'rot13:1' }),
        },
      },
    ],
  ])('5.4.1.8: not with %s', (_, given) => {
    expect(answerTo(given)).toBe('third_party_invite_unsigned');
  });

  test('heaps of keys and signatures do not make the server check heaps of pairs', () => {
    const public_keys = Array.from({ length: 500 }, () => ({ public_key: stranger.publicKey }));
    const byKey = Object.fromEntries(public_keys.map((_, index) => [`ed25519:${index}`, 's']));
    const heap = { mxid: ada, token: 'tok', signatures: { 'identity.example': byKey } };
    let checks = 0;
    const verify = () => {
      checks += 1;
      return false;
    };

    const answer = answerTo({ invite: { signed: heap }, offer: { public_keys }, verify });

    expect(answer).toBe('third_party_invite_unsigned');
    expect(checks).toBe(64);
  });

  test('which leaves room for eight of each', () => {
    const keys = (count: number) => ({
      public_keys: [
        ...Array.from({ length: count }, () => ({ public_key: stranger.publicKey })),
        { public_key: identity.publicKey },
      ],
    });

    expect(answerTo({ offer: keys(7) })).toBe('ok');
    expect(answerTo({ offer: keys(8) })).toBe('third_party_invite_unsigned');
  });
});

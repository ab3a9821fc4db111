import { randomBytes } from 'node:crypto';
import { FRANK_FIELD, type RoomId } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import { commit, newKey } from '../testing.ts';
import { isKept, isProven, judge } from './frank-rules.ts';

const ROOM = '!one:sotto.test' as RoomId;
const KEY = newKey();
const SAID = { type: 'm.room.message', content: { msgtype: 'm.text', body: 'hello' } };
const COMMITMENT = commit(KEY, ROOM, SAID);

const encrypted = (commitment: string | null) => ({
  type: 'm.room.encrypted',
  content: commitment === null ? {} : { [FRANK_FIELD]: { commitment, v: 1 } },
  isRedacted: false,
  roomId: ROOM,
  keptCommitment: null,
});

describe('a commitment', () => {
  test('proves the message it was made of', () => {
    expect(isProven({ ...SAID, roomId: ROOM }, KEY, COMMITMENT)).toBe(true);
  });

  test.each([
    ['another word', { ...SAID, content: { ...SAID.content, body: 'Hello' } }, KEY, ROOM],
    ['a field more', { ...SAID, content: { ...SAID.content, x: 1 } }, KEY, ROOM],
    ['a field less', { ...SAID, content: { body: 'hello' } }, KEY, ROOM],
    ['another type', { ...SAID, type: 'm.sticker' }, KEY, ROOM],
    ['another room', SAID, KEY, '!two:sotto.test'],
    ['another key', SAID, newKey(), ROOM],
    ['a short key', SAID, KEY.slice(0, 42), ROOM],
    ['a key with padding', SAID, `${KEY}=`, ROOM],
    ['a longer key', SAID, `${KEY}AA`, ROOM],
    ['an empty key', SAID, '', ROOM],
  ])('does not prove %s', (_what, said, key, roomId) => {
    expect(isProven({ ...said, roomId: roomId as RoomId }, key, COMMITMENT)).toBe(false);
  });

  test('is the same whichever way the fields are ordered, with the key in it or not', () => {
    const content = { [FRANK_FIELD]: { key: KEY }, body: 'hello', msgtype: 'm.text' };

    expect(isProven({ ...SAID, content, roomId: ROOM }, KEY, COMMITMENT)).toBe(true);
  });
});

describe('what a report may say of a message', () => {
  test.each([
    { says: 'with its key it is proven', event: encrypted(COMMITMENT), key: KEY, is: 'proven' },
    { says: 'without a commitment it is a claim', event: encrypted(null), is: 'claimed' },
    {
      says: 'a commitment that was kept proves as well',
      event: { ...encrypted(null), isRedacted: true, keptCommitment: COMMITMENT },
      key: KEY,
      is: 'proven',
    },
    {
      says: 'a commitment of another version is none',
      event: { ...encrypted(null), content: { [FRANK_FIELD]: { commitment: COMMITMENT, v: 2 } } },
      is: 'claimed',
    },
    {
      says: 'what was not encrypted is there already, whatever the reporter says',
      event: { ...encrypted(null), type: 'm.room.message', content: SAID.content },
      is: 'stored',
    },
  ])('$says', ({ event, key, is }) => {
    const disclosure = { ...SAID, ...(key !== undefined && { key }) };

    expect(judge(event, disclosure)).toEqual({
      proof: is,
      type: 'm.room.message',
      content: '{"body":"hello","msgtype":"m.text"}',
    });
  });

  test('nobody need say what it was', () => {
    const nothing = { proof: 'none', type: null, content: null };

    expect(judge(encrypted(COMMITMENT), null)).toEqual(nothing);
  });

  test.each([
    {
      says: 'a key that does not fit',
      event: encrypted(COMMITMENT),
      key: newKey(),
      code: 'invalid',
    },
    { says: 'no key where one would prove it', event: encrypted(COMMITMENT), code: 'missing' },
    {
      says: 'a key where nothing is committed',
      event: encrypted(null),
      key: KEY,
      code: 'unavailable',
    },
  ])('$says is refused', ({ event, key, code }) => {
    const disclosure = { ...SAID, ...(key !== undefined && { key }) };

    expect(() => judge(event, disclosure)).toThrow(
      expect.objectContaining({ code: `proof_${code}` }),
    );
  });

  test('more than an event can hold is refused', () => {
    const content = { body: randomBytes(33_000).toString('hex') };

    expect(() => judge(encrypted(null), { type: 'm.room.message', content })).toThrow(
      expect.objectContaining({ code: 'disclosure_invalid' }),
    );
  });
});

test.each([
  { afterMs: 0, kept: true },
  { afterMs: 86_400_000, kept: true },
  { afterMs: 86_400_001, kept: false },
  { afterMs: -5_000, kept: true },
])('$afterMs ms after it was unsent, a commitment is kept: $kept', ({ afterMs, kept }) => {
  expect(isKept(1_000_000, 1_000_000 + afterMs)).toBe(kept);
});

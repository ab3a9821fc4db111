import type { Refusal } from '@sotto/kit';
import { describe, expect, test } from 'vitest';
import {
  checkSessions,
  isBetterKey,
  parseVersion,
  SESSION_DATA_BYTES_MAX,
  SESSIONS_PER_REQUEST_MAX,
  type SessionKey,
} from './backup-rules.ts';

const rank = (is_verified: boolean, first_message_index: number, forwarded_count: number) => ({
  is_verified,
  first_message_index,
  forwarded_count,
});

describe('which of two keys is kept', () => {
  const stored = rank(true, 5, 2);

  test.each([
    { says: 'the same', given: rank(true, 5, 2), answer: false },
    {
      says: 'not verified, though it reaches further back',
      given: rank(false, 0, 0),
      answer: false,
    },
    { says: 'reaching further back', given: rank(true, 4, 9), answer: true },
    { says: 'reaching less far back', given: rank(true, 6, 0), answer: false },
    { says: 'forwarded less often', given: rank(true, 5, 1), answer: true },
    { says: 'forwarded more often', given: rank(true, 5, 3), answer: false },
  ])('$says is better than a verified key: $answer', ({ given, answer }) => {
    expect(isBetterKey(given, stored)).toBe(answer);
  });

  test('a verified key is better than any that is not', () => {
    expect(isBetterKey(rank(true, 9, 9), rank(false, 0, 0))).toBe(true);
  });
});

describe('what can be backed up at once', () => {
  const keyOf = (dataBytes: number): SessionKey => ({
    roomId: '!room',
    sessionId: 'session',
    key: {
      ...rank(true, 0, 0),
      session_data: { text: 'x'.repeat(dataBytes - '{"text":""}'.length) },
    },
  });

  test.each([
    {
      says: 'as many keys as are allowed',
      sessions: SESSIONS_PER_REQUEST_MAX,
      bytes: 20,
      is: 'ok',
    },
    { says: 'one key more', sessions: SESSIONS_PER_REQUEST_MAX + 1, bytes: 20, is: 'refused' },
    { says: 'a key as large as is allowed', sessions: 1, bytes: SESSION_DATA_BYTES_MAX, is: 'ok' },
    { says: 'one byte more', sessions: 1, bytes: SESSION_DATA_BYTES_MAX + 1, is: 'refused' },
  ])('$says: $is', ({ sessions, bytes, is }) => {
    const given = Array.from({ length: sessions }, () => keyOf(bytes));

    let answer = 'ok';
    try {
      checkSessions(given);
    } catch (cause) {
      answer = (cause as Refusal).code === 'backup_key_too_large' ? 'refused' : 'wrong refusal';
    }
    expect(answer).toBe(is);
  });
});

test.each([
  ['1', 1],
  ['42', 42],
  ['0', null],
  ['01', null],
  ['-1', null],
  ['1.0', null],
  ['1e3', null],
  [' 1', null],
  ['', null],
  ['constructor', null],
  ['9999999999999999', null],
])('the version %j is %j', (text, version) => {
  expect(parseVersion(text)).toBe(version);
});

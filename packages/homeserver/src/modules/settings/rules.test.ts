import type { RoomId, UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { checkOwner, checkRoomId, checkWritable } from './rules.ts';

const mira = '@mira:sotto.test' as UserId;
const jonas = '@jonas:sotto.test' as UserId;

function answerOf(check: () => void): string {
  try {
    check();
    return 'ok';
  } catch (cause) {
    return (cause as { code: string }).code;
  }
}

test.each([
  { says: 'an ordinary type', type: 'org.example', content: '{}', answer: 'ok' },
  { says: 'as large as may be', type: 'org.example', content: 'x'.repeat(65_536), answer: 'ok' },
  {
    says: 'a byte larger',
    type: 'org.example',
    content: 'x'.repeat(65_537),
    answer: 'account_data_too_large',
  },
  {
    says: 'a byte larger, counted as UTF-8',
    type: 'org.example',
    content: `${'é'.repeat(32_768)}x`,
    answer: 'account_data_too_large',
  },
  {
    says: 'many direct conversations',
    type: 'm.direct',
    content: 'x'.repeat(262_144),
    answer: 'ok',
  },
  {
    says: 'too many direct conversations',
    type: 'm.direct',
    content: 'x'.repeat(262_145),
    answer: 'account_data_too_large',
  },
  { says: 'push rules', type: 'm.push_rules', content: '{}', answer: 'server_managed_type' },
  { says: 'the read marker', type: 'm.fully_read', content: '{}', answer: 'server_managed_type' },
])('writing $says: $answer', ({ type, content, answer }) => {
  expect(answerOf(() => checkWritable({ type, content }))).toBe(answer);
});

test('settings belong to one person', () => {
  expect(answerOf(() => checkOwner(mira, mira))).toBe('ok');
  expect(answerOf(() => checkOwner(mira, jonas))).toBe('not_own_settings');
});

test.each([
  { roomId: '!726s6s6q:example.com', answer: 'ok' },
  { roomId: '!Z8vvtMxEGhWUTRxlnJOWRq3NvIQ1Wk6VYVQVFbUyAsk', answer: 'ok' },
  { roomId: '@notaroomid:example.org', answer: 'account_data_room_invalid' },
])('$roomId as a room id: $answer', ({ roomId, answer }) => {
  expect(answerOf(() => checkRoomId(roomId as RoomId))).toBe(answer);
});

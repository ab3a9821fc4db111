import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { expect, test } from 'vitest';
import { noticeText } from './notice-text.ts';

const MIRA = '@mira:s.test';
const names: Readonly<Record<string, string>> = { '@noor:s.test': 'Noor', '@jo:s.test': 'Jo' };

const group = { me: MIRA, nameOf: (userId: string) => names[userId] ?? '?', betweenTwo: false };
const two = { ...group, betweenTwo: true };

function event(sender: string, extra: object): MatrixEvent {
  return new MatrixEvent({ event_id: '$1', room_id: '!r', origin_server_ts: 1, sender, ...extra });
}

function member(change: { by: string; of: string; from?: string; to: string }): MatrixEvent {
  return event(`@${change.by}:s.test`, {
    type: 'm.room.member',
    state_key: `@${change.of}:s.test`,
    content: { membership: change.to },
    unsigned: change.from === undefined ? {} : { prev_content: { membership: change.from } },
  });
}

test.each([
  [{ by: 'mira', of: 'mira', from: 'invite', to: 'join' }, 'You joined.', 'You accepted.'],
  [{ by: 'noor', of: 'noor', from: 'invite', to: 'join' }, 'Noor joined.', 'Noor accepted.'],
  [{ by: 'noor', of: 'noor', from: 'leave', to: 'join' }, 'Noor joined.', 'Noor joined.'],
  [{ by: 'mira', of: 'mira', from: 'invite', to: 'leave' }, 'You declined.', 'You declined.'],
  [{ by: 'noor', of: 'noor', from: 'invite', to: 'leave' }, 'Noor declined.', 'Noor declined.'],
  [{ by: 'mira', of: 'mira', from: 'join', to: 'leave' }, 'You left.', 'You left.'],
  [{ by: 'noor', of: 'noor', from: 'join', to: 'leave' }, 'Noor left.', 'Noor left.'],
])('%j reads “%s” in a group and “%s” between two', (change, inGroup, betweenTwo) => {
  expect(noticeText(member(change), group, null)).toBe(inGroup);
  expect(noticeText(member(change), two, null)).toBe(betweenTwo);
});

test.each([
  [{ by: 'mira', of: 'noor', to: 'invite' }, 'You asked Noor to join.'],
  [{ by: 'noor', of: 'mira', to: 'invite' }, 'Noor asked you to join.'],
  [{ by: 'noor', of: 'jo', to: 'invite' }, 'Noor asked Jo to join.'],
  [{ by: 'mira', of: 'noor', from: 'join', to: 'leave' }, 'You removed Noor.'],
  [{ by: 'noor', of: 'mira', from: 'join', to: 'leave' }, 'Noor removed you.'],
  [{ by: 'noor', of: 'mira', from: 'join', to: 'ban' }, 'Noor removed you for good.'],
  [{ by: 'noor', of: 'noor', from: 'join', to: 'join' }, null],
])('%j reads “%s”', (change, text) => {
  expect(noticeText(member(change), group, null)).toBe(text);
});

test.each([
  [MIRA, 'Picnic', 'You named this conversation “Picnic”.'],
  ['@noor:s.test', 'Picnic', 'Noor named this conversation “Picnic”.'],
  [MIRA, '', 'You removed the name.'],
])('%s naming it “%s” reads “%s”', (sender, name, text) => {
  const renamed = event(sender, { type: 'm.room.name', state_key: '', content: { name } });

  expect(noticeText(renamed, group, null)).toBe(text);
});

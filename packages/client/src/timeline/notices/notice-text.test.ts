import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { expect, test } from 'vitest';
import { noticeText } from './notice-text.ts';

const MIRA = '@mira:s.test';
const names: Readonly<Record<string, string>> = { '@noor:s.test': 'Noor', '@jo:s.test': 'Jo' };

const group = {
  me: MIRA,
  nameOf: (userId: string) => names[userId] ?? '?',
  betweenTwo: false,
  looksAfter: false,
};
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

const NOOR = '@noor:s.test';
const TODAY_MS = Date.UTC(2026, 2, 4, 12);

function changed(
  type: string,
  { by = NOOR, from, to }: { by?: string; from?: object; to: object },
): MatrixEvent {
  return event(by, {
    type,
    state_key: '',
    origin_server_ts: TODAY_MS,
    content: to,
    unsigned: from === undefined ? {} : { prev_content: from },
  });
}

function membership(
  { by, of }: { by: string; of: string },
  { from, to }: { from?: object; to: object },
): MatrixEvent {
  const { content, unsigned } = changed('m.room.member', { to, ...(from && { from }) }).event;
  const people = { sender: `@${by}:s.test`, state_key: `@${of}:s.test` };
  return event(people.sender, {
    type: 'm.room.member',
    origin_server_ts: TODAY_MS,
    content,
    unsigned,
    ...people,
  });
}

test.each([
  [{ share: 'none' }, 'Noor added Jo. Jo can read messages from here on.'],
  [{ share: 'all' }, 'Noor added Jo. Jo can read all messages.'],
  [{ share: 'last', count: 50 }, 'Noor added Jo. Jo can read the last 50 messages before this.'],
  [{ share: 'last', count: 1 }, 'Noor added Jo. Jo can read the last message before this.'],
  [
    { share: 'since', since_ts: TODAY_MS - 3_600_000 },
    'Noor added Jo. Jo can read messages from this day on.',
  ],
  [
    { share: 'since', since_ts: TODAY_MS - 48 * 3_600_000 },
    'Noor added Jo. Jo can read messages from 2 March 2026 on.',
  ],
])('adding somebody with %j reads “%s”', (choice, text) => {
  const added = { membership: 'invite', 'app.sotto.history': choice };

  expect(noticeText(membership({ by: 'noor', of: 'jo' }, { to: added }), group, null)).toBe(text);
});

test.each([
  [{ membership: 'knock', reason: 'I bake' }, {}, 'jo', 'Jo asks to join: “I bake”'],
  [{ membership: 'knock' }, {}, 'jo', 'Jo asks to join.'],
  [{ membership: 'invite' }, { membership: 'knock' }, 'noor', 'Noor let Jo in.'],
  [{ membership: 'leave' }, { membership: 'knock' }, 'noor', 'Noor did not let Jo in.'],
  [{ membership: 'leave' }, { membership: 'knock' }, 'jo', 'Jo no longer asks to join.'],
  [
    { membership: 'leave' },
    { membership: 'invite' },
    'noor',
    'Noor took back the invitation of Jo.',
  ],
  [{ membership: 'leave' }, { membership: 'ban' }, 'noor', 'Noor lifted the ban of Jo.'],
  [{ membership: 'ban', reason: 'Spam' }, {}, 'noor', 'Noor removed Jo for good: “Spam”'],
  [{ membership: 'invite', 'app.sotto.group_link': true }, {}, 'noor', null],
  [
    { membership: 'join' },
    { membership: 'invite', 'app.sotto.group_link': true },
    'jo',
    'Jo joined by a link.',
  ],
  [
    { membership: 'join', 'app.sotto.label': 'Treasurer' },
    { membership: 'join' },
    'jo',
    'Jo is now “Treasurer” here.',
  ],
  [
    { membership: 'join' },
    { membership: 'join', 'app.sotto.label': 'Treasurer' },
    'jo',
    'Jo no longer has a label here.',
  ],
])('%j after %j by %s reads “%s”', (to, from, by, text) => {
  expect(noticeText(membership({ by, of: 'jo' }, { from, to }), group, null)).toBe(text);
});

test('who leaves silently is seen to leave by those who look after the group only', () => {
  const to = { membership: 'leave', 'app.sotto.silent': true };
  const left = membership({ by: 'jo', of: 'jo' }, { from: { membership: 'join' }, to });
  const mine = membership({ by: 'mira', of: 'mira' }, { from: { membership: 'join' }, to });

  expect(noticeText(left, group, null)).toBeNull();
  expect(noticeText(left, { ...group, looksAfter: true }, null)).toBe('Jo left.');
  expect(noticeText(mine, group, null)).toBe('You left.');
});

test.each([
  [{ users: {} }, { users: { '@jo:s.test': 50 } }, 'Noor made Jo a moderator.'],
  [{ users: { '@jo:s.test': 50 } }, { users: {} }, 'Noor made Jo a member.'],
  [{ users: {} }, { users: { [MIRA]: 100 } }, 'Noor made you an admin.'],
  [{ users: { [NOOR]: 100 } }, { users: { [NOOR]: 50 } }, 'Noor became a moderator.'],
  [{ users: { '@jo:s.test': 50 } }, { users: { '@jo:s.test': 60 } }, null],
  [{ invite: 0 }, { invite: 50 }, 'Noor changed what members may do.'],
  [{ events: {} }, { events: { 'm.room.topic': 100 } }, 'Noor changed what members may do.'],
  [{}, { notifications: { room: 20 } }, null],
])('levels from %j to %j read “%s”', (from, to, text) => {
  expect(noticeText(changed('m.room.power_levels', { from, to }), group, null)).toBe(text);
});

test.each([
  ['m.room.topic', {}, { topic: 'Bread' }, 'Noor changed the description.'],
  ['m.room.topic', { topic: 'Bread' }, { topic: '' }, 'Noor removed the description.'],
  ['m.room.avatar', {}, { url: 'mxc://s.test/1' }, 'Noor changed the photo.'],
  ['m.room.avatar', { url: 'mxc://s.test/1' }, {}, 'Noor removed the photo.'],
  [
    'm.room.join_rules',
    { join_rule: 'invite' },
    { join_rule: 'knock' },
    'Noor turned join approval on.',
  ],
  [
    'm.room.join_rules',
    { join_rule: 'knock' },
    { join_rule: 'invite' },
    'Noor turned join approval off.',
  ],
  ['m.room.join_rules', undefined, { join_rule: 'knock' }, null],
  [
    'app.sotto.slow_mode',
    {},
    { seconds: 30 },
    'Noor turned slow mode on: a message every 30 seconds.',
  ],
  [
    'app.sotto.slow_mode',
    {},
    { seconds: 60 },
    'Noor turned slow mode on: a message every 1 minute.',
  ],
  ['app.sotto.slow_mode', { seconds: 30 }, { seconds: 0 }, 'Noor turned slow mode off.'],
  ['app.sotto.slow_mode', {}, { seconds: 0 }, null],
  ['m.room.encryption', {}, { algorithm: 'x' }, null],
])('%s from %j to %j reads “%s”', (type, from, to, text) => {
  expect(noticeText(changed(type, { ...(from && { from }), to }), group, null)).toBe(text);
});

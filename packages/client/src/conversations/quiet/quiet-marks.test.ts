import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { READ_QUIETLY_TYPE, SILENT_FIELD, UNTIL_CONDITION } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import {
  countAlerts,
  isMutedPerson,
  muteOf,
  READ_QUIETLY,
  SILENT,
  UNTIL,
  type StoredRule,
} from './quiet-marks.ts';

const ROOM = '!room';
const ME = '@mira:x.y';
const NOW = 1_000;

const rule = (change: Partial<StoredRule> = {}): StoredRule => ({
  rule_id: ROOM,
  enabled: true,
  actions: [],
  ...change,
});
const until = (untilMs: number) =>
  rule({ conditions: [{ kind: 'app.sotto.until', until_ts: untilMs }] });

test('the words are the protocol’s', () => {
  expect([READ_QUIETLY, SILENT, UNTIL]).toEqual([READ_QUIETLY_TYPE, SILENT_FIELD, UNTIL_CONDITION]);
});

test.each([
  ['nothing', {}, null],
  [
    'another client’s rule for mentions only',
    { room: [rule()] },
    { untilMs: null, mentions: true },
  ],
  ['another client’s rule for nothing', { override: [rule()] }, { untilMs: null, mentions: false }],
  [
    'the old way to say it',
    { room: [rule({ actions: ['dont_notify'] })] },
    { untilMs: null, mentions: true },
  ],
  ['an hour that runs', { underride: [until(NOW + 1)] }, { untilMs: NOW + 1, mentions: true }],
  ['an hour that is over', { override: [until(NOW)] }, null],
  ['a rule that is off', { room: [rule({ enabled: false })] }, null],
  ['a rule that notifies', { room: [rule({ actions: ['notify'] })] }, null],
  ['a rule of another room', { room: [rule({ rule_id: '!other' })] }, null],
])('%s mutes: %j', (_says, rules, mute) => {
  expect(muteOf(rules, ROOM, NOW)).toEqual(mute);
});

test('a person is muted by a rule of their name', () => {
  const rules = { underride: [rule({ rule_id: 'app.sotto.mute.@jonas:x.y' })] };

  expect([isMutedPerson(rules, '@jonas:x.y'), isMutedPerson(rules, ME)]).toEqual([true, false]);
});

describe('I am told of', () => {
  const event = (content: Record<string, unknown>): MatrixEvent =>
    // SAFETY: only content and sender are looked at.
    ({ getContent: () => content, getSender: () => '@jonas:x.y' }) as unknown as MatrixEvent;
  const plain = event({});
  const silent = event({ 'app.sotto.silent': true, 'm.mentions': { user_ids: [ME] } });
  const mention = event({ 'm.mentions': { user_ids: [ME] } });
  const unread = [plain, silent, mention];
  const muted = { underride: [rule({ rule_id: 'app.sotto.mute.@jonas:x.y' })] };

  const withMentions = { untilMs: null, mentions: true };
  const wholly = { untilMs: null, mentions: false };

  test.each([
    { says: 'all but what is silent', told: 2 },
    { says: 'mentions, where it is muted', mute: withMentions, told: 1 },
    { says: 'nothing, where it is muted wholly', mute: wholly, told: 0 },
    { says: 'mentions, of somebody muted in groups', rules: muted, told: 1 },
    { says: 'all, of somebody muted in groups, alone', rules: muted, isGroup: false, told: 2 },
  ])('$says', ({ rules = {}, mute = null, isGroup = true, told }) => {
    expect(countAlerts(unread, { rules, mute, me: ME, isGroup })).toBe(told);
  });

  test('nothing that only looks like a mention', () => {
    const odd = [{ user_ids: ME }, { user_ids: null }, null, 7, { room: true }].map((mentions) =>
      event({ 'm.mentions': mentions }),
    );

    const mute = { untilMs: null, mentions: true };
    expect(countAlerts(odd, { rules: {}, mute, me: ME, isGroup: true })).toBe(0);
  });
});

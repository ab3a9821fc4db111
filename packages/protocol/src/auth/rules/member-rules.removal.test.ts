import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json/json-value.ts';
import { answerToMember, type MemberRow } from '../../tests/support/member-case.ts';
import { ada, jonas, mira, noor, tomas, type GivenRoom } from '../../tests/support/room.ts';
import type { Membership } from '../membership.ts';

describe('rule 5.5, leaving', () => {
  const withAda = (membership: Membership): GivenRoom => ({ members: { [ada]: membership } });
  const levels = (users: Record<string, number>, more?: JsonObject): GivenRoom => ({
    levels: { users, ...more },
  });

  test.each<MemberRow>([
    ...(['join', 'invite', 'knock'] as const).map((membership) => ({
      says: `5.5.1: one may give up ${membership}`,
      by: ada,
      to: ada,
      room: withAda(membership),
      answer: 'ok',
    })),
    ...(['leave', 'ban'] as const).map((membership) => ({
      says: `5.5.1: one may not give up ${membership}`,
      by: ada,
      to: ada,
      room: withAda(membership),
      answer: 'not_in_room_to_leave',
    })),
    {
      says: '5.5.1: a stranger has nothing to give up',
      by: ada,
      to: ada,
      answer: 'not_in_room_to_leave',
    },
    { says: '5.5.2: a stranger removes nobody', by: ada, to: jonas, answer: 'sender_not_joined' },
    {
      says: '5.5.2: nor does a creator who left',
      by: mira,
      to: jonas,
      room: { members: { [mira]: 'leave' } },
      answer: 'sender_not_joined',
    },
    { says: '5.5.4: a moderator removes a member', by: noor, to: jonas, answer: 'ok' },
    {
      says: '5.5.4: a moderator takes back an invitation',
      by: noor,
      to: ada,
      room: withAda('invite'),
      answer: 'ok',
    },
    {
      says: '5.5.5: below the kick level nobody is removed',
      by: noor,
      to: jonas,
      room: levels({ [noor]: 49 }),
      answer: 'cannot_kick',
    },
    {
      says: '5.5.5: nor is someone of the same level',
      by: noor,
      to: jonas,
      room: levels({ [noor]: 50, [jonas]: 50 }),
      answer: 'cannot_kick',
    },
    {
      says: '5.5.4: someone one below is',
      by: noor,
      to: jonas,
      room: levels({ [noor]: 50, [jonas]: 49 }),
      answer: 'ok',
    },
    {
      says: '5.5.5: the creator is removed by nobody',
      by: noor,
      to: mira,
      room: levels({ [noor]: Number.MAX_SAFE_INTEGER }),
      answer: 'cannot_kick',
    },
    {
      says: '5.5.5: not even by another creator',
      by: tomas,
      to: mira,
      room: { create: { additional_creators: [tomas] }, members: { [tomas]: 'join' } },
      answer: 'cannot_kick',
    },
    {
      says: '5.5.4: the creator removes anyone else',
      by: mira,
      to: noor,
      room: levels({ [noor]: Number.MAX_SAFE_INTEGER }, { kick: Number.MAX_SAFE_INTEGER }),
      answer: 'ok',
    },
    {
      says: '5.5.4: a moderator lifts a ban',
      by: noor,
      to: ada,
      room: withAda('ban'),
      answer: 'ok',
    },
    {
      says: '5.5.3: below the ban level nobody lifts a ban',
      by: noor,
      to: ada,
      room: { ...withAda('ban'), ...levels({ [noor]: 50 }, { ban: 51, kick: 0 }) },
      answer: 'cannot_unban',
    },
    {
      says: '5.5.5: nor below the kick level',
      by: noor,
      to: ada,
      room: { ...withAda('ban'), ...levels({ [noor]: 50 }, { ban: 50, kick: 51 }) },
      answer: 'cannot_kick',
    },
  ])('$says: $answer', (row) => {
    expect(answerToMember('leave', row)).toBe(row.answer);
  });
});

describe('rule 5.6, banning', () => {
  const levels = (users: Record<string, number>, ban = 50): GivenRoom => ({
    levels: { users, ban },
  });

  test.each<MemberRow>([
    { says: '5.6.2: a moderator bans a member', by: noor, to: jonas, answer: 'ok' },
    { says: '5.6.2: or a stranger', by: noor, to: ada, answer: 'ok' },
    { says: '5.6.1: a stranger bans nobody', by: ada, to: jonas, answer: 'sender_not_joined' },
    {
      says: '5.6.3: nobody bans below the ban level',
      by: noor,
      to: jonas,
      room: levels({ [noor]: 50 }, 51),
      answer: 'cannot_ban',
    },
    {
      says: '5.6.3: nobody is banned by someone of the same level',
      by: noor,
      to: jonas,
      room: levels({ [noor]: 50, [jonas]: 50 }),
      answer: 'cannot_ban',
    },
    { says: '5.6.3: nobody bans themselves', by: noor, to: noor, answer: 'cannot_ban' },
    {
      says: '5.6.3: nobody bans the creator',
      by: noor,
      to: mira,
      room: levels({ [noor]: Number.MAX_SAFE_INTEGER }),
      answer: 'cannot_ban',
    },
    {
      says: '5.6.2: the creator bans anyone else',
      by: mira,
      to: noor,
      room: levels({ [noor]: 100 }, 1000),
      answer: 'ok',
    },
    {
      says: '5.6.2: the ban level is 50 where none is stated',
      by: mira,
      to: jonas,
      room: { levels: null },
      answer: 'ok',
    },
    {
      says: '5.6.3: which a member has not',
      by: jonas,
      to: ada,
      room: { levels: null },
      answer: 'cannot_ban',
    },
  ])('$says: $answer', (row) => {
    expect(answerToMember('ban', row)).toBe(row.answer);
  });
});

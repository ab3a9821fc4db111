import { describe, expect, test } from 'vitest';
import { answerToMember, type MemberRow } from '../../tests/support/member-case.ts';
import {
  ada,
  CREATE_ID,
  idNamed,
  jonas,
  mira,
  noor,
  tomas,
  type GivenRoom,
} from '../../tests/support/room.ts';
import type { Membership } from '../membership.ts';

describe('rule 5.3, joining', () => {
  const self = { by: ada, to: ada };
  const withAda = (membership: Membership, joinRule: string): GivenRoom => ({
    joinRule,
    members: { [ada]: membership },
  });
  const afterCreate = { prev_events: [CREATE_ID] };

  test.each<MemberRow>([
    {
      says: '5.3.1: the creator joins right after creating',
      by: mira,
      to: mira,
      event: afterCreate,
      room: { levels: null, joinRule: null, members: { [mira]: 'leave' } },
      answer: 'ok',
    },
    {
      ...self,
      says: '5.3.1: nobody else does',
      event: afterCreate,
      room: { joinRule: null },
      answer: 'not_invited',
    },
    {
      says: '5.3.1: an additional creator does not either',
      by: tomas,
      to: tomas,
      event: afterCreate,
      room: { create: { additional_creators: [tomas] }, joinRule: null },
      answer: 'not_invited',
    },
    {
      says: '5.3.1: nor the creator later, when she has left',
      by: mira,
      to: mira,
      event: { prev_events: [CREATE_ID, idNamed('previous')] },
      room: { members: { [mira]: 'leave' } },
      answer: 'not_invited',
    },
    {
      says: '5.3.1: nor after some other single event',
      by: mira,
      to: mira,
      room: { members: { [mira]: 'leave' } },
      answer: 'not_invited',
    },
    {
      says: '5.3.2: nobody joins for another',
      by: noor,
      to: ada,
      room: { joinRule: 'public' },
      answer: 'join_for_another',
    },
    ...['public', 'invite', 'knock', 'restricted'].map((joinRule) => ({
      by: ada,
      to: ada,
      says: `5.3.3: the banned do not join where the rule is ${joinRule}`,
      room: withAda('ban', joinRule),
      answer: 'banned',
    })),
    ...['invite', 'knock', 'restricted', 'knock_restricted'].flatMap((joinRule) => [
      {
        ...self,
        says: `5.3.4, 5.3.5.1: the invited join where the rule is ${joinRule}`,
        room: withAda('invite', joinRule),
        answer: 'ok',
      },
      {
        ...self,
        says: `5.3.4, 5.3.5.1: members may change their profile where the rule is ${joinRule}`,
        room: withAda('join', joinRule),
        answer: 'ok',
      },
    ]),
    ...['invite', 'knock'].flatMap((joinRule) =>
      (['leave', 'knock'] as const).map((membership) => ({
        by: ada,
        to: ada,
        says: `5.3.7: ${membership} is no invitation where the rule is ${joinRule}`,
        room: withAda(membership, joinRule),
        answer: 'not_invited',
      })),
    ),
    {
      ...self,
      says: '5.3.6: a stranger joins a public room',
      room: { joinRule: 'public' },
      answer: 'ok',
    },
    {
      ...self,
      says: '5.3.7: a room that states no rule is for the invited',
      room: { joinRule: null },
      answer: 'not_invited',
    },
    {
      ...self,
      says: '5.3.4: who may then join',
      room: { joinRule: null, members: { [ada]: 'invite' } },
      answer: 'ok',
    },
    ...['private', 'Public', ''].map((joinRule) => ({
      by: ada,
      to: ada,
      says: `5.3.7: nobody joins where the rule is "${joinRule}", invited or not`,
      room: withAda('invite', joinRule),
      answer: 'not_invited',
    })),
  ])('$says: $answer', (row) => {
    expect(answerToMember('join', row)).toBe(row.answer);
  });
});

describe.each(['restricted', 'knock_restricted'])('rule 5.3.5, joining a %s room', (joinRule) => {
  const row = { by: ada, to: ada, signedBy: 'sotto.example' };
  const letInBy = (userId: string) => ({ join_authorised_via_users_server: userId });

  test.each<MemberRow>([
    {
      ...row,
      says: 'let in by a member who may invite',
      content: letInBy(jonas),
      room: { joinRule },
      answer: 'ok',
    },
    {
      ...row,
      says: 'let in by nobody',
      room: { joinRule },
      answer: 'join_not_authorised',
    },
    {
      ...row,
      says: 'let in by a member at the invite level',
      content: letInBy(noor),
      room: { joinRule, levels: { users: { [noor]: 50 }, invite: 50 } },
      answer: 'ok',
    },
    {
      ...row,
      says: 'let in by a member below the invite level',
      content: letInBy(noor),
      room: { joinRule, levels: { users: { [noor]: 49 }, invite: 50 } },
      answer: 'join_not_authorised',
    },
    {
      ...row,
      says: 'let in by the creator, whatever the invite level',
      content: letInBy(mira),
      room: { joinRule, levels: { invite: 1000 } },
      answer: 'ok',
    },
    {
      ...row,
      says: 'let in by someone who is not in the room',
      content: letInBy(noor),
      room: { joinRule, members: { [noor]: 'invite' } },
      answer: 'join_not_authorised',
    },
    {
      ...row,
      says: 'let in by a creator who has left',
      content: letInBy(mira),
      room: { joinRule, members: { [mira]: 'leave' } },
      answer: 'join_not_authorised',
    },
  ])('$says: $answer', (given) => {
    expect(answerToMember('join', given)).toBe(given.answer);
  });
});

import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../json/json-value.ts';
import { answerToMember, type MemberRow } from '../../tests/support/member-case.ts';
import {
  ada,
  eventBy,
  jonas,
  mira,
  noEvidence,
  noor,
  remote,
  roomState,
  tomas,
  type GivenRoom,
} from '../../tests/support/room.ts';
import type { Membership } from '../membership.ts';
import { findAuthRefusal } from './check-auth.ts';

const MEMBERSHIPS: readonly Membership[] = ['join', 'invite', 'leave', 'ban', 'knock'];

describe('rule 5.1, the form of a membership', () => {
  test('someone is named', () => {
    const { state_key: _stateKey, ...event } = eventBy(jonas, {
      type: 'm.room.member',
      state_key: jonas,
      content: { membership: 'join' },
    });

    const refusal = findAuthRefusal({ event, state: roomState(), evidence: noEvidence });

    expect(refusal).toBe('membership_malformed');
  });

  test('a membership is named', () => {
    const event = { content: { displayname: 'Jonas' } };
    const row = { says: '', by: jonas, to: jonas, event, answer: '' };

    expect(answerToMember('join', row)).toBe('membership_malformed');
  });

  test.each(['', 'Join', 'kick', 'constructor', 5, null, ['join']])(
    'rule 5.8: %j is no membership',
    (membership) => {
      const row = { says: '', by: jonas, to: jonas, answer: '' };

      expect(answerToMember(membership, row)).toBe('membership_malformed');
    },
  );
});

describe('rule 5.2, being let in by a server', () => {
  const letInBy = (userId: JsonValue) => ({ join_authorised_via_users_server: userId });
  const room: GivenRoom = { joinRule: 'restricted' };
  const row = { by: remote, to: remote, room };

  test.each<MemberRow>([
    {
      ...row,
      says: 'the server of the one who lets in has signed',
      content: letInBy(noor),
      signedBy: 'sotto.example',
      answer: 'ok',
    },
    {
      ...row,
      says: 'it has not signed',
      content: letInBy(noor),
      signedBy: 'other.example',
      answer: 'authorising_server_unsigned',
    },
    {
      ...row,
      says: 'not a user id',
      content: letInBy('noor'),
      signedBy: 'sotto.example',
      answer: 'authorising_server_unsigned',
    },
    {
      ...row,
      says: 'not text',
      content: letInBy(null),
      signedBy: 'sotto.example',
      answer: 'authorising_server_unsigned',
    },
  ])('$says: $answer', (given) => {
    expect(answerToMember('join', given)).toBe(given.answer);
  });

  test('holds for every membership, not for joins alone', () => {
    for (const membership of MEMBERSHIPS) {
      const content = letInBy(noor);
      const given = { says: '', by: jonas, to: jonas, content, answer: '' };
      expect(answerToMember(membership, given)).toBe('authorising_server_unsigned');
    }
  });
});

describe('rule 5.4, inviting', () => {
  const invite = { by: jonas, to: ada };

  test.each<MemberRow>([
    { ...invite, says: 'a member invites a stranger', answer: 'ok' },
    {
      ...invite,
      says: '5.4.2: a stranger invites nobody',
      by: tomas,
      answer: 'sender_not_joined',
    },
    {
      ...invite,
      says: '5.4.2: someone invited invites nobody',
      room: { members: { [jonas]: 'invite' } },
      answer: 'sender_not_joined',
    },
    { ...invite, says: '5.4.3: a member is not invited', to: noor, answer: 'target_joined' },
    {
      ...invite,
      says: '5.4.3: the banned are not invited',
      by: mira,
      room: { members: { [ada]: 'ban' } },
      answer: 'target_banned',
    },
    ...(['invite', 'leave', 'knock'] as const).map((membership) => ({
      by: jonas,
      to: ada,
      says: `5.4.4: ${membership} is no hindrance`,
      room: { members: { [ada]: membership } },
      answer: 'ok',
    })),
    {
      ...invite,
      says: '5.4.4: at the invite level',
      by: noor,
      room: { levels: { users: { [noor]: 50 }, invite: 50 } },
      answer: 'ok',
    },
    {
      ...invite,
      says: '5.4.5: not below the invite level',
      by: noor,
      room: { levels: { users: { [noor]: 49 }, invite: 50 } },
      answer: 'cannot_invite',
    },
    {
      ...invite,
      says: '5.4.4: anyone invites where the room states no levels',
      room: { levels: null },
      answer: 'ok',
    },
  ])('$says: $answer', (row) => {
    expect(answerToMember('invite', row)).toBe(row.answer);
  });
});

describe('rule 5.7, asking to join', () => {
  const withAda = (membership: Membership, joinRule = 'knock'): GivenRoom => ({
    joinRule,
    members: { [ada]: membership },
  });

  test.each<MemberRow>([
    ...['knock', 'knock_restricted'].map((joinRule) => ({
      says: `5.7.3: a stranger asks where the rule is ${joinRule}`,
      by: ada,
      to: ada,
      room: { joinRule },
      answer: 'ok',
    })),
    ...['invite', 'public', 'restricted', 'private', null].map((joinRule) => ({
      says: `5.7.1: nobody asks where the rule is ${joinRule}`,
      by: ada,
      to: ada,
      room: { joinRule },
      answer: 'knock_not_accepted',
    })),
    {
      says: '5.7.2: nobody asks for another',
      by: tomas,
      to: ada,
      room: { joinRule: 'knock' },
      answer: 'knock_for_another',
    },
    ...(['leave', 'knock'] as const).map((membership) => ({
      says: `5.7.3: ${membership} is no hindrance`,
      by: ada,
      to: ada,
      room: withAda(membership),
      answer: 'ok',
    })),
    ...(['ban', 'invite', 'join'] as const).map((membership) => ({
      says: `5.7.4: ${membership} is`,
      by: ada,
      to: ada,
      room: withAda(membership),
      answer: 'knock_needless',
    })),
  ])('$says: $answer', (row) => {
    expect(answerToMember('knock', row)).toBe(row.answer);
  });
});

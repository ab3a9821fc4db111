import { describe, expect, test } from 'vitest';
import type { UserId } from '../../ids.ts';
import type { JsonObject } from '../../json/json-value.ts';
import {
  ada,
  eventBy,
  jonas,
  mira,
  noEvidence,
  noor,
  remote,
  ROOM_ID,
  roomState,
  tomas,
} from '../../tests/support/room.ts';
import { findAuthRefusal } from './check-auth.ts';

interface Row {
  readonly says: string;
  readonly by?: UserId;
  readonly from?: JsonObject | null;
  readonly to: JsonObject;
  readonly create?: JsonObject;
  readonly answer: string;
}

function answerTo({ by = noor, from = {}, to, create = {} }: Row) {
  // noor has level 50 before the change, which is what it takes to send one.
  const levels = from && { ...from, users: { [noor]: 50, ...(from['users'] as JsonObject) } };
  const event = eventBy(by, { type: 'm.room.power_levels', state_key: '', content: to });
  const state = roomState({ create, levels });
  return findAuthRefusal({ event, state, evidence: noEvidence }) ?? 'ok';
}

const users = { [noor]: 50 };
const LEVELS = [
  'users_default',
  'events_default',
  'state_default',
  'ban',
  'redact',
  'kick',
  'invite',
] as const;

describe('the form of power levels', () => {
  const answerToEach = (by: UserId, from: JsonObject | null, to: JsonObject) =>
    answerTo({ says: '', by, from, to, answer: '' });

  test('nothing need be said', () => {
    expect(answerToEach(mira, {}, {})).toBe('ok');
  });

  test.each(LEVELS)('10.1: %s is a whole number', (key) => {
    expect(answerToEach(noor, {}, { users, [key]: 7 })).toBe('ok');
    for (const value of ['7', 7.5, true, null, [7], {}, 2 ** 53]) {
      expect(answerToEach(noor, {}, { users, [key]: value })).toBe('levels_malformed');
    }
  });

  test.each(['events', 'notifications'])('10.2: %s map to whole numbers', (group) => {
    expect(answerToEach(noor, {}, { users, [group]: { a: 1, b: -1 } })).toBe('ok');
    for (const value of [null, 5, [], { a: '5' }, { a: 1, b: 1.5 }, { a: null }]) {
      expect(answerToEach(noor, {}, { users, [group]: value })).toBe('levels_malformed');
    }
  });

  test('10.3: user ids map to whole numbers', () => {
    expect(answerToEach(noor, {}, { users: { ...users, [remote]: 5 } })).toBe('ok');
    for (const value of [null, 5, [], { [noor]: '50' }, { [noor]: 50.5 }]) {
      expect(answerToEach(noor, {}, { users: value })).toBe('levels_malformed');
    }
    for (const userId of ['noor', '@noor', '', ROOM_ID, `@${'a'.repeat(255)}:x`]) {
      expect(answerToEach(mira, {}, { users: { [userId]: 5 } })).toBe('levels_malformed');
    }
  });

  test('binds the creator too, and the first power levels', () => {
    expect(answerToEach(mira, {}, { ban: '7' })).toBe('levels_malformed');
    expect(answerToEach(mira, null, { ban: '7' })).toBe('levels_malformed');
  });
});

describe('rule 10.4, creators have no level', () => {
  const create = { additional_creators: [tomas] };

  test.each<Row>([
    {
      says: 'the creator is not listed',
      by: mira,
      to: { users: { [mira]: 100 } },
      answer: 'levels_name_creator',
    },
    {
      says: 'not even in the first levels',
      by: mira,
      from: null,
      to: { users: { [mira]: 100 } },
      answer: 'levels_name_creator',
    },
    {
      says: 'nor an additional creator',
      by: mira,
      create,
      to: { users: { [tomas]: 100 } },
      answer: 'levels_name_creator',
    },
    {
      says: 'who may be listed where he is none',
      by: mira,
      to: { users: { [tomas]: 100 } },
      answer: 'ok',
    },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });
});

describe('rule 10.5, the first power levels', () => {
  test.each<Row>([
    {
      says: 'the creator may set any',
      by: mira,
      from: null,
      to: { users: { [noor]: 1000 }, ban: 2000 },
      answer: 'ok',
    },
    { says: 'a member may not send them', by: jonas, from: null, to: {}, answer: 'level_too_low' },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });
});

describe.each(LEVELS)('rule 10.6, changing %s', (key) => {
  test.each<Row>([
    { says: 'adding it up to one’s own level', to: { users, [key]: 50 }, answer: 'ok' },
    { says: '10.6.2: adding it above', to: { users, [key]: 51 }, answer: 'level_raised_above_own' },
    { says: 'removing it from one’s own level', from: { [key]: 50 }, to: { users }, answer: 'ok' },
    { says: 'lowering it', from: { [key]: 50 }, to: { users, [key]: -1 }, answer: 'ok' },
    {
      says: 'raising it above',
      from: { [key]: 50 },
      to: { users, [key]: 51 },
      answer: 'level_raised_above_own',
    },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });
});

// At these, noor could not send levels at all while the old ones are above hers.
describe.each(['users_default', 'events_default', 'ban', 'redact', 'kick', 'invite'])(
  'rule 10.6.1, changing %s that is above one’s own',
  (key) => {
    // Everyone's default above noor's level leaves hers at 50, for it is listed.
    test.each<Row>([
      {
        says: 'lowering it',
        from: { [key]: 51 },
        to: { users, [key]: 0 },
        answer: 'level_above_own',
      },
      { says: 'removing it', from: { [key]: 51 }, to: { users }, answer: 'level_above_own' },
      { says: 'leaving it', from: { [key]: 51 }, to: { users, [key]: 51 }, answer: 'ok' },
      {
        says: 'as the creator',
        by: mira,
        from: { [key]: 51 },
        to: { users, [key]: 99 },
        answer: 'ok',
      },
    ])('$says: $answer', (row) => {
      expect(answerTo(row)).toBe(row.answer);
    });
  },
);

describe.each(['events', 'notifications'])(
  'rules 10.7 and 10.8, changing an entry of %s',
  (group) => {
    const entry = (level: number) => ({ [group]: { 'org.example': level } });

    test.each<Row>([
      { says: 'adding it up to one’s own level', to: { users, ...entry(50) }, answer: 'ok' },
      {
        says: '10.8.1: adding it above',
        to: { users, ...entry(51) },
        answer: 'level_raised_above_own',
      },
      {
        says: '10.8.1: raising it above',
        from: entry(50),
        to: { users, ...entry(51) },
        answer: 'level_raised_above_own',
      },
      {
        says: 'lowering it from one’s own level',
        from: entry(50),
        to: { users, ...entry(0) },
        answer: 'ok',
      },
      { says: 'removing it from one’s own level', from: entry(50), to: { users }, answer: 'ok' },
      {
        says: '10.7.1: lowering it from above',
        from: entry(51),
        to: { users, ...entry(0) },
        answer: 'level_above_own',
      },
      {
        says: '10.7.1: removing it from above',
        from: entry(51),
        to: { users },
        answer: 'level_above_own',
      },
      { says: 'leaving it above', from: entry(51), to: { users, ...entry(51) }, answer: 'ok' },
      {
        says: 'anything as the creator',
        by: mira,
        from: entry(51),
        to: { users, ...entry(99) },
        answer: 'ok',
      },
      ...['constructor', '__proto__'].map((key) => ({
        says: `an entry named ${key}`,
        to: { users, [group]: JSON.parse(`{"${key}":51}`) },
        answer: 'level_raised_above_own',
      })),
    ])('$says: $answer', (row) => {
      expect(answerTo(row)).toBe(row.answer);
    });
  },
);

describe('rules 10.9 and 10.10, changing the level of people', () => {
  const jonasAt = (level: number) => ({ users: { ...users, [jonas]: level } });

  test.each<Row>([
    { says: 'giving one’s own level', to: jonasAt(50), answer: 'ok' },
    { says: '10.10.1: giving more', to: jonasAt(51), answer: 'level_raised_above_own' },
    {
      says: '10.10.1: giving more than someone had',
      from: jonasAt(5),
      to: jonasAt(51),
      answer: 'level_raised_above_own',
    },
    { says: 'lowering someone below', from: jonasAt(49), to: jonasAt(0), answer: 'ok' },
    { says: 'removing someone below', from: jonasAt(49), to: { users }, answer: 'ok' },
    {
      says: '10.9.1: lowering an equal',
      from: jonasAt(50),
      to: jonasAt(0),
      answer: 'user_level_not_below_own',
    },
    {
      says: '10.9.1: removing an equal',
      from: jonasAt(50),
      to: { users },
      answer: 'user_level_not_below_own',
    },
    {
      says: '10.9.1: lowering someone above',
      from: jonasAt(51),
      to: jonasAt(0),
      answer: 'user_level_not_below_own',
    },
    { says: 'leaving someone above', from: jonasAt(51), to: jonasAt(51), answer: 'ok' },
    { says: '10.9: lowering oneself', to: { users: { [noor]: 0 } }, answer: 'ok' },
    { says: '10.9: removing oneself', to: {}, answer: 'ok' },
    {
      says: '10.10.1: raising oneself',
      to: { users: { [noor]: 51 } },
      answer: 'level_raised_above_own',
    },
    { says: 'raising a stranger', to: { users: { ...users, [ada]: 50 } }, answer: 'ok' },
    {
      says: 'anything as the creator',
      by: mira,
      from: jonasAt(1000),
      to: { users: { [jonas]: 2000 } },
      answer: 'ok',
    },
  ])('$says: $answer', (row) => {
    expect(answerTo(row)).toBe(row.answer);
  });
});

import { RELATIONSHIPS, TREATMENTS, type UserId } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import { readPolicy } from './policy.ts';
import { checkMayWriteMore, firstContactsAllowed, treatmentOf } from './request-rules.ts';

const JONAS = '@jonas:sotto.test' as UserId;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OLD = 365 * DAY_MS;

describe('the treatment of a first message', () => {
  test.each([
    ['contact', 'accept'],
    ['mutual_follow', 'accept'],
    ['followed', 'request'],
    ['mutual_group', 'request'],
    ['same_community', 'request'],
    ['stranger', 'request'],
  ] as const)('from a %s is by default: %s', (relationship, treatment) => {
    expect(treatmentOf({}, JONAS, relationship)).toBe(treatment);
  });

  test('is what the rule says, and before it what is said of the person', () => {
    const policy = {
      rules: { contact: 'reject', stranger: 'accept' },
      people: { [JONAS]: 'blur' },
    } as const;

    expect(treatmentOf(policy, JONAS, 'contact')).toBe('blur');
    expect(treatmentOf(policy, '@noor:sotto.test' as UserId, 'contact')).toBe('reject');
    expect(treatmentOf(policy, '@noor:sotto.test' as UserId, 'followed')).toBe('request');
  });

  test('of somebody called like a part of every object is by the rules', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(treatmentOf({ people: {} }, name as UserId, 'stranger')).toBe('request');
    }
  });
});

describe('a policy', () => {
  const peopleOf = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`@u${n}:sotto.test`, 'ignore']));

  test('of every relationship and treatment is read', () => {
    for (const treatment of TREATMENTS) {
      const rules = Object.fromEntries(RELATIONSHIPS.map((name) => [name, treatment]));
      expect(readPolicy({ rules, people: peopleOf(1_000) })).toMatchObject({ rules });
    }
    expect(readPolicy({})).toEqual({});
  });

  test.each([
    ['a treatment nobody knows', { rules: { stranger: 'allow' } }],
    ['a relationship nobody knows', { rules: { enemy: 'reject' } }],
    ['two treatments at once', { rules: { stranger: ['accept', 'reject'] } }],
    ['rules as a list', { rules: [{ stranger: 'accept' }] }],
    ['ten thousand rules', { people: peopleOf(10_000) }],
    ['one person too many', { people: peopleOf(1_001) }],
    ['something else besides', { rules: {}, more: true }],
    ['no object', 'accept'],
  ])('with %s is refused', (_says, content) => {
    expect(() => readPolicy(content)).toThrow(expect.objectContaining({ code: 'policy_invalid' }));
  });
});

describe('a request', () => {
  test('has three messages and not one more', () => {
    expect(() => checkMayWriteMore(2)).not.toThrow();
    expect(() => checkMayWriteMore(3)).toThrow(
      expect.objectContaining({ code: 'awaiting_acceptance' }),
    );
  });
});

describe('first contacts within a day', () => {
  const allowed = (accountAgeMs: number, ...unwelcome: [points: number, ageMs: number][]) =>
    firstContactsAllowed(25, {
      accountAgeMs,
      unwelcome: unwelcome.map(([points, ageMs]) => ({ points, ageMs })),
      isLimited: false,
    });

  test.each([
    [0, 10],
    [HOUR_MS - 1, 10],
    [HOUR_MS, 15],
    [DAY_MS - 1, 15],
    [DAY_MS, 20],
    [7 * DAY_MS - 1, 20],
    [7 * DAY_MS, 25],
  ])('of an account %i ms old: %i', (ageMs, count) => {
    expect(allowed(ageMs)).toBe(count);
  });

  test('are as many as before when one person deletes or blocks', () => {
    expect(allowed(OLD, [1, 0])).toBe(25);
    expect(allowed(OLD, [3, 0])).toBe(25);
  });

  test('are fewer with each who does not want them, and never none', () => {
    expect(allowed(OLD, [3, 0], [1, 0])).toBe(23);
    expect(allowed(OLD, [5, 0])).toBe(21);
    expect(allowed(OLD, [5, 0], [5, 0], [5, 0])).toBe(1);
    expect(allowed(OLD, ...Array.from({ length: 1_000 }, (): [number, number] => [5, 0]))).toBe(1);
  });

  test('come back with time, all of them after fourteen days', () => {
    const unwelcome = (ageMs: number) => allowed(OLD, [5, ageMs], [5, ageMs]);

    const days = [0, 1, 4, 8, 13, 14].map((day) => unwelcome(day * DAY_MS));

    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days[0]).toBe(11);
    expect(days.at(-1)).toBe(25);
  });

  test('a clock that went back gives nobody more', () => {
    expect(allowed(-DAY_MS)).toBe(10);
    expect(allowed(OLD, [5, -DAY_MS])).toBe(21);
  });
});

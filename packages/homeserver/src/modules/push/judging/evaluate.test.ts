import type { JsonObject, PushRule, PushRuleset, UserId } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import { defaultRulesFor } from './default-rules.ts';
import { compileRules, defaultCompiledRules, evaluatePush } from './evaluate.ts';
import { event, jonas, mira, noor, NOW, only, room, type Given } from './fixtures.ts';
import type { PushRoom } from './push-event.ts';

const pair = room([mira, jonas]);
const three = room([mira, jonas, noor]);

describe('by the default rules', () => {
  const mention = (...userIds: string[]): JsonObject => ({ 'm.mentions': { user_ids: userIds } });

  test.each([
    { says: 'a message between two', answer: 1 },
    { says: 'a message among three', in: three, answer: 1 },
    { says: 'an encrypted message', type: 'm.room.encrypted', answer: 1 },
    { says: 'what Jonas sent himself', sender: jonas, answer: 0 },
    { says: 'a notice', content: { msgtype: 'm.notice' }, answer: 0 },
    { says: 'an unknown type', type: 'org.example.quiet', answer: 0 },
    { says: 'a call', type: 'm.call.invite', answer: 1 },
    { says: 'a reaction', type: 'm.reaction', answer: 0 },
    { says: 'an invitation of Jonas', ...invite(jonas), answer: 1 },
    { says: 'an invitation of Noor', ...invite(noor), answer: 0 },
    { says: 'a mention of Jonas', content: mention(noor, jonas), answer: 2 },
    { says: 'a mention of Noor', content: mention(noor), answer: 1 },
    {
      says: 'a mention in an encrypted message',
      type: 'm.room.encrypted',
      content: mention(jonas),
      answer: 2,
    },
    {
      says: 'a mention that is no list',
      content: { 'm.mentions': { user_ids: jonas } },
      answer: 1,
    },
    { says: 'mentions that are no object', content: { 'm.mentions': [jonas] }, answer: 1 },
    { says: 'an edit', content: { 'm.relates_to': { rel_type: 'm.replace' } }, answer: 0 },
    {
      says: 'an edit that mentions Jonas anew',
      content: { 'm.relates_to': { rel_type: 'm.replace' }, ...mention(jonas) },
      answer: 2,
    },
    { says: 'the end of a room', type: 'm.room.tombstone', stateKey: '', answer: 2 },
    { says: 'a message of the type of a tombstone', type: 'm.room.tombstone', answer: 0 },
    { says: 'a change of the server list', type: 'm.room.server_acl', stateKey: '', answer: 0 },
    {
      says: 'the whole room, by someone who may not',
      content: { 'm.mentions': { room: true } },
      answer: 1,
    },
    {
      says: 'the whole room, by its creator',
      sender: noor,
      in: three,
      content: { 'm.mentions': { room: true } },
      answer: 2,
    },
    {
      says: 'the whole room, asked for with a text',
      sender: noor,
      content: { 'm.mentions': { room: 'true' } },
      answer: 1,
    },
    { says: 'a name in the text, which is no mention', content: { body: 'jonas' }, answer: 1 },
  ])(
    '$says: $answer',
    ({ answer, in: where = pair, ...given }: Given & { answer: number; in?: PushRoom }) => {
      const notify = evaluatePush(defaultCompiledRules, event(given), {
        userId: jonas,
        room: where,
        nowMs: NOW,
      });

      expect(notify).toBe(answer);
    },
  );

  test('the level that may notify the whole room is the room’s own', () => {
    const content = { 'm.mentions': { room: true } };
    const open = room([mira, jonas, noor], {
      'm.room.power_levels ': { notifications: { room: 0 } },
    });

    expect(
      evaluatePush(defaultCompiledRules, event({ content }), {
        userId: jonas,
        room: open,
        nowMs: NOW,
      }),
    ).toBe(2);
  });

  test('a person whose id holds a pattern is not notified of others’ invitations', () => {
    const star = '@*:sotto.test' as UserId;

    expect(
      evaluatePush(defaultCompiledRules, event(invite(noor)), {
        userId: star,
        room: pair,
        nowMs: NOW,
      }),
    ).toBe(0);
    expect(
      evaluatePush(defaultCompiledRules, event(invite(star)), {
        userId: star,
        room: pair,
        nowMs: NOW,
      }),
    ).toBe(1);
  });
});

function invite(stateKey: UserId): Given {
  return { type: 'm.room.member', stateKey, content: { membership: 'invite' } };
}

describe('rules of one’s own', () => {
  const context = { userId: jonas, room: pair, nowMs: NOW };
  const tea = event({ content: { body: 'time for tea' } });

  test.each<{ says: string; rules: PushRuleset; answer: number }>([
    { says: 'a rule without conditions', rules: only('override', {}), answer: 1 },
    { says: 'a rule that is switched off', rules: only('override', { enabled: false }), answer: 0 },
    { says: 'a word', rules: only('content', { pattern: 'tea' }), answer: 1 },
    { says: 'another word', rules: only('content', { pattern: 'cake' }), answer: 0 },
    { says: 'a word that is missing', rules: only('content', {}), answer: 0 },
    { says: 'this room', rules: only('room', { rule_id: '!room' }), answer: 1 },
    { says: 'another room', rules: only('room', { rule_id: '!other' }), answer: 0 },
    { says: 'this sender', rules: only('sender', { rule_id: mira }), answer: 1 },
    { says: 'another sender', rules: only('sender', { rule_id: noor }), answer: 0 },
    {
      says: 'a highlight without a value',
      rules: only('override', { actions: ['notify', { set_tweak: 'highlight' }] }),
      answer: 2,
    },
    {
      says: 'a highlight that is false',
      rules: only('override', { actions: ['notify', { set_tweak: 'highlight', value: false }] }),
      answer: 1,
    },
    {
      says: 'a highlight that does not notify',
      rules: only('override', { actions: [{ set_tweak: 'highlight' }] }),
      answer: 0,
    },
    {
      says: 'the historical refusal',
      rules: only('override', { actions: ['dont_notify'] }),
      answer: 0,
    },
  ])('$says: $answer', ({ rules, answer }) => {
    expect(evaluatePush(compileRules(rules, jonas), tea, context)).toBe(answer);
  });

  test('an earlier kind decides before a later one', () => {
    const kinds = ['override', 'content', 'room', 'sender', 'underride'] as const;
    const quiet: Partial<PushRule> = { actions: [] };
    const idOf = { room: '!room', sender: mira };
    for (const [index, first] of kinds.entries()) {
      for (const later of kinds.slice(index + 1)) {
        const at = (kind: keyof PushRuleset) => ({
          pattern: 'tea',
          rule_id: idOf[kind as 'room'] ?? 'own',
        });
        const rules = {
          ...only(later, at(later)),
          [first]: only(first, { ...at(first), ...quiet })[first],
        };
        expect(evaluatePush(compileRules(rules, jonas), tea, context), `${first}, ${later}`).toBe(
          0,
        );
      }
    }
  });

  test('switching on the master rule silences everything', () => {
    const rules = defaultRulesFor(jonas);
    const silent = {
      ...rules,
      override: rules.override.map((rule) => Object.assign(rule, { enabled: true })),
    };

    expect(evaluatePush(compileRules(silent, jonas), tea, context)).toBe(0);
  });
});

describe('rules about one room among others', () => {
  const loud = { rule_id: 'loud', default: false, enabled: true, actions: ['notify'] };
  const everything = { ...loud, conditions: [] };
  const never = { ...loud, conditions: [{ kind: 'event_match', key: 'sender', pattern: noor }] };
  const here = { kind: 'event_match', key: 'room_id', pattern: '!Room' };
  const muted = { ...loud, rule_id: 'muted', actions: [], conditions: [here] };
  const elsewhere = { ...muted, conditions: [{ ...here, pattern: '!other' }] };

  test.each([
    { says: 'the one above decides', override: [muted, everything], notify: 0 },
    { says: 'one below does not', override: [everything, muted], notify: 1 },
    {
      says: 'one above that does not hold is passed',
      override: [never, muted, everything],
      notify: 0,
    },
    { says: 'one of another room is passed', override: [elsewhere, everything], notify: 1 },
    {
      says: 'one of another kind is below',
      override: [everything],
      room: [{ ...muted, rule_id: '!room' }],
      notify: 1,
    },
    {
      says: 'one of its kind is above what is underneath',
      room: [{ ...muted, rule_id: '!room' }],
      underride: [everything],
      notify: 0,
    },
    { says: 'nothing is left when none holds', override: [elsewhere, never], notify: 0 },
  ])('$says', ({ notify, ...given }) => {
    const rules = { override: [], content: [], room: [], sender: [], underride: [], ...given };

    const compiled = compileRules(rules, jonas);

    expect(evaluatePush(compiled, event({}), { userId: jonas, room: pair, nowMs: NOW })).toBe(
      notify,
    );
  });
});

import type { PushCondition } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import { compileRules, evaluatePush } from './evaluate.ts';
import { event, jonas, mira, noor, NOW, only, room } from './fixtures.ts';

describe('a condition', () => {
  const content = {
    body: 'It is time for TEA, Jo.',
    topic: 'Lunch plans',
    'm.federate': true,
    count: 3,
    half: 1.5,
    nothing: null,
    names: ['#a', 1, null, { deep: 1 }],
    nested: { deep: { value: 'x' } },
  };
  const named = room([mira, jonas, noor], { [`m.room.member ${jonas}`]: { displayname: 'Jo' } });

  test.each<{ says: string; when: PushCondition; answer: boolean }>([
    {
      says: 'a glob over a property',
      when: { kind: 'event_match', key: 'content.topic', pattern: 'lunc?*' },
      answer: true,
    },
    {
      says: 'a glob over the whole property only',
      when: { kind: 'event_match', key: 'content.topic', pattern: 'lunch' },
      answer: false,
    },
    {
      says: 'any value of an absent property',
      when: { kind: 'event_match', key: 'content.absent', pattern: '*' },
      answer: false,
    },
    {
      says: 'any value of a property that is no text',
      when: { kind: 'event_match', key: 'content.count', pattern: '*' },
      answer: false,
    },
    {
      says: 'words of the text',
      when: { kind: 'event_match', key: 'content.body', pattern: 'time*tea' },
      answer: true,
    },
    {
      says: 'a part of a word of the text',
      when: { kind: 'event_match', key: 'content.body', pattern: 'im' },
      answer: false,
    },
    {
      says: 'the sender',
      when: { kind: 'event_match', key: 'sender', pattern: '@MIRA:*' },
      answer: true,
    },
    {
      says: 'the room',
      when: { kind: 'event_match', key: 'room_id', pattern: '!room' },
      answer: true,
    },
    {
      says: 'the event',
      when: { kind: 'event_match', key: 'event_id', pattern: '$event' },
      answer: true,
    },
    {
      says: 'a property of what is no object',
      when: { kind: 'event_match', key: 'type.length', pattern: '*' },
      answer: false,
    },
    {
      says: 'an inherited property',
      when: { kind: 'event_match', key: 'content.constructor.name', pattern: '*' },
      answer: false,
    },
    {
      says: 'a property deep inside',
      when: { kind: 'event_property_is', key: 'content.nested.deep.value', value: 'x' },
      answer: true,
    },
    {
      says: 'a property with a dot',
      when: { kind: 'event_property_is', key: 'content.m\\.federate', value: true },
      answer: true,
    },
    {
      says: 'a text that is no boolean',
      when: { kind: 'event_property_is', key: 'content.m\\.federate', value: 'true' },
      answer: false,
    },
    {
      says: 'a whole number',
      when: { kind: 'event_property_is', key: 'content.count', value: 3 },
      answer: true,
    },
    {
      says: 'half a number',
      when: { kind: 'event_property_is', key: 'content.half', value: 1.5 },
      answer: false,
    },
    {
      says: 'null',
      when: { kind: 'event_property_is', key: 'content.nothing', value: null },
      answer: true,
    },
    {
      says: 'null for an absent property',
      when: { kind: 'event_property_is', key: 'content.absent', value: null },
      answer: false,
    },
    {
      says: 'an element of a list',
      when: { kind: 'event_property_contains', key: 'content.names', value: '#a' },
      answer: true,
    },
    {
      says: 'a part of an element',
      when: { kind: 'event_property_contains', key: 'content.names', value: '#' },
      answer: false,
    },
    {
      says: 'an element of what is no list',
      when: { kind: 'event_property_contains', key: 'content.topic', value: 'Lunch' },
      answer: false,
    },
    {
      says: 'the recipient’s own id, named by their rule',
      when: { kind: 'event_property_is', key: 'sender', value: jonas },
      answer: false,
    },
    { says: 'the recipient’s name', when: { kind: 'contains_display_name' }, answer: true },
    { says: 'exactly three members', when: { kind: 'room_member_count', is: '3' }, answer: true },
    {
      says: 'three, said with a sign',
      when: { kind: 'room_member_count', is: '==3' },
      answer: true,
    },
    { says: 'fewer than three', when: { kind: 'room_member_count', is: '<3' }, answer: false },
    { says: 'three or fewer', when: { kind: 'room_member_count', is: '<=3' }, answer: true },
    { says: 'more than three', when: { kind: 'room_member_count', is: '>3' }, answer: false },
    { says: 'three or more', when: { kind: 'room_member_count', is: '>=3' }, answer: true },
    {
      says: 'a count that is no number',
      when: { kind: 'room_member_count', is: '3.0' },
      answer: false,
    },
    { says: 'a count that is missing', when: { kind: 'room_member_count' }, answer: false },
    {
      says: 'a level that is not reached',
      when: { kind: 'sender_notification_permission', key: 'room' },
      answer: false,
    },
    {
      says: 'a level without a name',
      when: { kind: 'sender_notification_permission' },
      answer: false,
    },
    { says: 'a pattern without a key', when: { kind: 'event_match', pattern: '*' }, answer: false },
    { says: 'a kind from the future', when: { kind: 'org.example.moon_phase' }, answer: false },
  ])('$says: $answer', ({ when, answer }) => {
    const rules = compileRules(only('override', { conditions: [when] }), jonas);

    const notify = evaluatePush(rules, event({ content }), {
      userId: jonas,
      room: named,
      nowMs: NOW,
    });

    expect(notify === 1).toBe(answer);
  });

  test('a recipient without a name in the room is never named', () => {
    const rules = compileRules(
      only('override', { conditions: [{ kind: 'contains_display_name' }] }),
      jonas,
    );
    const nameless = room([mira, jonas], { [`m.room.member ${jonas}`]: { displayname: '' } });

    for (const where of [room([mira, jonas]), nameless]) {
      expect(
        evaluatePush(rules, event({ content }), { userId: jonas, room: where, nowMs: NOW }),
      ).toBe(0);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { ada, jonas, mira, noor, remote, roomState, tomas } from '../tests/support/room.ts';
import { canInvite, canNotify, canRedact, canSend, doesRedactionApply } from './permissions.ts';
import {
  actionLevel,
  creatorsOf,
  isCreator,
  notificationLevel,
  powerLevelOf,
  requiredLevel,
} from './power-levels.ts';

const nothing = { get: () => undefined };

describe('levels', () => {
  test('are the published defaults where the room states none', () => {
    for (const state of [nothing, roomState({ levels: null }), roomState({ levels: {} })]) {
      expect(powerLevelOf(jonas, state)).toBe(0);
      expect(requiredLevel({ type: 'x', isState: false }, state)).toBe(0);
      expect(requiredLevel({ type: 'x', isState: true }, state)).toBe(50);
      expect(actionLevel('invite', state)).toBe(0);
      expect(actionLevel('kick', state)).toBe(50);
      expect(actionLevel('ban', state)).toBe(50);
      expect(actionLevel('redact', state)).toBe(50);
      expect(notificationLevel('room', state)).toBe(50);
    }
  });

  test('are what the room states', () => {
    const state = roomState({
      levels: {
        users: { [noor]: 7 },
        users_default: 1,
        events: { typed: 2 },
        events_default: 3,
        state_default: 4,
        invite: 5,
        kick: 6,
        ban: 8,
        redact: 9,
        notifications: { room: 10 },
      },
    });

    expect(powerLevelOf(noor, state)).toBe(7);
    expect(powerLevelOf(jonas, state)).toBe(1);
    expect(requiredLevel({ type: 'typed', isState: true }, state)).toBe(2);
    expect(requiredLevel({ type: 'typed', isState: false }, state)).toBe(2);
    expect(requiredLevel({ type: 'x', isState: false }, state)).toBe(3);
    expect(requiredLevel({ type: 'x', isState: true }, state)).toBe(4);
    expect(actionLevel('invite', state)).toBe(5);
    expect(actionLevel('kick', state)).toBe(6);
    expect(actionLevel('ban', state)).toBe(8);
    expect(actionLevel('redact', state)).toBe(9);
    expect(notificationLevel('room', state)).toBe(10);
    expect(notificationLevel('other', state)).toBe(50);
  });

  test('of creators are infinite, and of nobody else', () => {
    const state = roomState({ create: { additional_creators: [tomas] }, levels: { users: {} } });

    expect(powerLevelOf(mira, state)).toBe(Infinity);
    expect(powerLevelOf(tomas, state)).toBe(Infinity);
    expect(powerLevelOf(noor, state)).toBe(0);
    expect(creatorsOf(state)).toEqual([mira, tomas]);
    expect(isCreator(tomas, state)).toBe(true);
    expect(isCreator(noor, state)).toBe(false);
  });

  test('of creators are counted once, and none exist before the room does', () => {
    const state = roomState({ create: { additional_creators: [mira, tomas, tomas] } });

    expect(creatorsOf(state)).toEqual([mira, tomas]);
    expect(creatorsOf(nothing)).toEqual([]);
    expect(isCreator(mira, nothing)).toBe(false);
  });
});

describe('a member', () => {
  const topic = { type: 'm.room.topic', isState: true };

  test('may send what the level allows', () => {
    expect(canSend(noor, topic, roomState())).toBe(true);
    expect(canSend(jonas, topic, roomState())).toBe(false);
    expect(canSend(jonas, { type: 'm.room.message', isState: false }, roomState())).toBe(true);
  });

  test('may invite at the invite level', () => {
    const state = roomState({ levels: { users: { [noor]: 50 }, invite: 50 } });

    expect(canInvite(noor, state)).toBe(true);
    expect(canInvite(jonas, state)).toBe(false);
  });

  test('may notify everyone at the level for that', () => {
    expect(canNotify(noor, 'room', roomState())).toBe(true);
    expect(canNotify(jonas, 'room', roomState())).toBe(false);
  });

  test('may redact their own, and those of others at the redact level', () => {
    expect(canRedact(jonas, jonas, roomState())).toBe(true);
    expect(canRedact(jonas, noor, roomState())).toBe(false);
    expect(canRedact(noor, jonas, roomState())).toBe(true);
    expect(canRedact(noor, mira, roomState())).toBe(true);
  });

  test('may redact nothing where redactions need a higher level', () => {
    const state = roomState({
      levels: { users: { [noor]: 50 }, events: { 'm.room.redaction': 51 } },
    });

    expect(canRedact(jonas, jonas, state)).toBe(false);
    expect(canRedact(noor, jonas, state)).toBe(false);
    expect(canRedact(mira, jonas, state)).toBe(true);
  });
});

test('someone outside the room may do nothing in it', () => {
  for (const membership of ['leave', 'invite', 'ban', 'knock'] as const) {
    const state = roomState({ members: { [ada]: membership } });

    expect(canSend(ada, { type: 'm.room.message', isState: false }, state)).toBe(false);
    expect(canInvite(ada, state)).toBe(false);
    expect(canRedact(ada, ada, state)).toBe(false);
    expect(canNotify(ada, 'room', roomState({ levels: { notifications: { room: 0 } } }))).toBe(
      false,
    );
  }
});

describe('a redaction takes effect', () => {
  test('when its sender has the redact level', () => {
    expect(doesRedactionApply(noor, remote, roomState())).toBe(true);
    expect(doesRedactionApply(mira, remote, roomState({ levels: { redact: 1000 } }))).toBe(true);
  });

  test('when it comes from the server of the author', () => {
    expect(doesRedactionApply(jonas, noor, roomState())).toBe(true);
  });

  test('and not otherwise', () => {
    expect(doesRedactionApply(remote, jonas, roomState())).toBe(false);
    expect(doesRedactionApply(jonas, remote, roomState())).toBe(false);
  });
});

import { MatrixEvent, type IEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { expect, test } from 'vitest';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import { requestMessagesLeft } from './request-limit.ts';

const ME = '@mira:sotto.test';

const event = (type: string, more: Partial<IEvent> = {}) =>
  new MatrixEvent({ event_id: '$1', sender: ME, type, content: {}, ...more });
const said = (more: Partial<IEvent> = {}) => event('m.room.encrypted', more);
const invited = event('m.room.member', { state_key: '@j', content: { membership: 'invite' } });

function leaving(stage: OutboxEntry['stage'], awaitsAcceptance = false): OutboxEntry {
  // SAFETY: how far it has come, and why no further, is all that is looked at.
  return { stage, record: { key: stage, awaitsAcceptance } } as OutboxEntry;
}

function left(
  events: readonly MatrixEvent[],
  { joined = 1, invitations = 1, entries = [] as readonly OutboxEntry[] } = {},
): number | null {
  const live = { getEvents: () => events, getNeighbouringTimeline: () => null };
  const room = {
    getLiveTimeline: () => live,
    getJoinedMemberCount: () => joined,
    getInvitedMemberCount: () => invitations,
  };
  // SAFETY: these are all the parts of a room that are looked at.
  return requestMessagesLeft(room as unknown as Room, ME, entries);
}

test.each([
  ['three, before anything is written', [invited], 3],
  ['fewer with each message', [invited, said(), said()], 1],
  ['none after the third', [invited, said(), said(), said()], 0],
  ['none after more than that', [invited, said(), said(), said(), said()], 0],
  ['as many as if it had not been unsent', [invited, said(), event('m.room.redaction')], 2],
  ['three after another invitation', [invited, said(), said(), invited], 3],
  ['three, whatever the others do', [invited, said({ sender: '@j' })], 3],
  ['three, whatever is changed', [invited, event('m.room.topic', { state_key: '' })], 3],
] as const)('there is %s', (_what, events, count) => {
  expect(left(events)).toBe(count);
});

test('what is on its way counts, what failed does not', () => {
  const entries = [leaving('queued'), leaving('sending'), leaving('failed')];

  expect(left([invited], { entries })).toBe(1);
});

test('once the server has refused one, there is nothing left until somebody accepts', () => {
  const entries = [leaving('failed', true)];

  expect(left([invited, said()], { entries })).toBe(0);
  expect(left([invited, said()], { entries, joined: 2, invitations: 0 })).toBeNull();
});

test('what has come back is not counted twice', () => {
  const back = said({ unsigned: { transaction_id: 'sent' } });

  expect(left([invited, back], { entries: [leaving('sent')] })).toBe(2);
});

test('there is no limit once somebody is there, or where nobody is awaited', () => {
  expect(left([invited, said()], { joined: 2, invitations: 0 })).toBeNull();
  expect(left([invited, said()], { joined: 2, invitations: 3 })).toBeNull();
  expect(left([said()], { invitations: 0 })).toBeNull();
});

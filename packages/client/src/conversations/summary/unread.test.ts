import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { expect, test } from 'vitest';
import { unreadMessages } from './unread.ts';

const ME = '@jonas:sotto.test';
const MIRA = '@mira:sotto.test';

const said = (id: string, sender = MIRA) =>
  new MatrixEvent({
    event_id: id,
    sender,
    type: 'm.room.message',
    content: { msgtype: 'm.text', body: id },
  });

const became = (id: string, membership: string, before?: string) =>
  new MatrixEvent({
    event_id: id,
    sender: membership === 'invite' ? MIRA : ME,
    type: 'm.room.member',
    state_key: ME,
    content: { membership },
    ...(before === undefined ? {} : { unsigned: { prev_content: { membership: before } } }),
  });

/** A room whose newest receipt is `read`; `assumed` is what the SDK takes for one. */
function unreadIn(
  events: readonly MatrixEvent[],
  { read = null, assumed = read }: { read?: string | null; assumed?: string | null } = {},
): readonly (string | undefined)[] {
  const live = { getEvents: () => events, getNeighbouringTimeline: () => null };
  const room = {
    getLiveTimeline: () => live,
    findEventById: (id: string) => events.find((event) => event.getId() === id),
    getEventReadUpTo: (_userId: string, onlyReal = false) => (onlyReal ? read : assumed),
  };
  // SAFETY: these are all the parts of a room that are looked at.
  return unreadMessages(room as unknown as Room, ME).map((event) => event.getId());
}

test('joining does not read what was written with the request', () => {
  const events = [
    said('before'),
    became('invited', 'invite'),
    said('a'),
    said('b'),
    became('joined', 'join', 'invite'),
    said('c'),
  ];

  expect(unreadIn(events, { assumed: 'joined' })).toEqual(['a', 'b', 'c']);
});

test('a receipt after joining reads everything up to it', () => {
  const events = [became('invited', 'invite'), said('a'), became('joined', 'join'), said('b')];

  expect(unreadIn(events, { read: 'joined' })).toEqual(['b']);
  expect(unreadIn(events, { read: 'a', assumed: 'joined' })).toEqual(['b']);
});

test('an answer reads what stands above it, and a new name does not', () => {
  const events = [said('a'), said('mine', ME), said('b'), became('renamed', 'join', 'join')];

  expect(unreadIn(events, { assumed: 'renamed' })).toEqual(['b']);
});

test('what was said before one joined uninvited is not new', () => {
  const events = [said('a'), became('joined', 'join', 'leave'), said('b')];

  expect(unreadIn(events, { assumed: 'joined' })).toEqual(['b']);
});

import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import type { StateEvent } from '../../rooms/index.ts';
import { sharingChanges, type Stretch } from './sharing-rules.ts';

const mira = '@mira:sotto.test' as UserId;

/** A room as it is now: who has which membership since which position. */
interface Room {
  readonly members: Readonly<Record<string, readonly [membership: string, position: number]>>;
  /** Since when it is encrypted; null for never. */
  readonly encrypted: number | null;
}

function stretchOf({ members, encrypted }: Room, first: number, last: number): Stretch {
  const state = Object.entries(members).map(([name, [membership, position]]) => ({
    type: 'm.room.member',
    stateKey: `@${name}:sotto.test`,
    content: { membership },
    position,
  }));
  if (encrypted !== null) {
    state.push({
      type: 'm.room.encryption',
      stateKey: '',
      content: { membership: '' },
      position: encrypted,
    });
  }
  // SAFETY: the rule reads these fields only.
  const events = state as unknown as StateEvent[];
  const view = {
    get: (type: string, key: string) =>
      events.find((event) => event.type === type && event.stateKey === key),
    isEncrypted: () => encrypted !== null,
    listState: () => events,
    membersWith: (membership: string) =>
      events
        .filter(({ content }) => content['membership'] === membership)
        .map(({ stateKey }) => stateKey as UserId),
  };
  return { view, first, last };
}

const settled = { mira: ['join', 1], jonas: ['join', 2] } as const;

test.each([
  {
    says: 'nothing happened to who is there',
    room: { members: settled, encrypted: 3 },
    begun: [],
    ended: [],
  },
  {
    says: 'somebody joined',
    room: { members: { ...settled, noor: ['join', 11] }, encrypted: 3 },
    begun: ['noor'],
    ended: [],
  },
  {
    says: 'somebody was invited, and will be written to',
    room: { members: { ...settled, noor: ['invite', 15] }, encrypted: 3 },
    begun: ['noor'],
    ended: [],
  },
  {
    says: 'somebody joined after what was seen',
    room: { members: { ...settled, noor: ['join', 16] }, encrypted: 3 },
    begun: [],
    ended: [],
  },
  {
    says: 'somebody joined before what was seen',
    room: { members: { ...settled, noor: ['join', 10] }, encrypted: 3 },
    begun: [],
    ended: [],
  },
  {
    says: 'somebody left',
    room: { members: { ...settled, noor: ['leave', 12] }, encrypted: 3 },
    begun: [],
    ended: ['noor'],
  },
  {
    says: 'somebody was banned',
    room: { members: { ...settled, noor: ['ban', 12] }, encrypted: 3 },
    begun: [],
    ended: ['noor'],
  },
  {
    says: 'the person joined and now shares with everyone',
    room: { members: { ...settled, mira: ['join', 13] }, encrypted: 3 },
    begun: ['mira', 'jonas'],
    ended: [],
  },
  {
    says: 'the person left and shares with nobody there any more',
    room: { members: { ...settled, mira: ['leave', 13] }, encrypted: 3 },
    begun: [],
    ended: ['jonas'],
  },
  {
    says: 'the room became encrypted',
    room: { members: settled, encrypted: 14 },
    begun: ['mira', 'jonas'],
    ended: [],
  },
  {
    says: 'the room is not encrypted',
    room: { members: { ...settled, noor: ['join', 11], zoe: ['leave', 12] }, encrypted: null },
    begun: [],
    ended: [],
  },
] as const)('$says', ({ room, begun, ended }) => {
  const changes = sharingChanges(mira, [stretchOf(room, 11, 15)]);

  const names = (people: Iterable<UserId>) => [...people].map((userId) => userId.slice(1, -11));
  expect(names(changes.begun)).toEqual(begun);
  expect(names(changes.ended)).toEqual(ended);
});

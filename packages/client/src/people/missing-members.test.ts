import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { expect, test } from 'vitest';
import { createSubject } from '../observable.ts';
import { loadMissingMembers } from './missing-members.ts';

interface Conversation {
  readonly people: number;
  readonly known: number;
  readonly atMs?: number;
}

/** Conversations of so many people each, and which of them were loaded, in order. */
function setUp(conversations: Readonly<Record<string, Conversation>>, { online = true } = {}) {
  const asked: string[] = [];
  const shown: string[] = [];
  const failing = new Set<string>();
  const rooms = Object.entries(conversations).map(([roomId, { people, known, atMs = 0 }]) => ({
    roomId,
    getMyMembership: () => 'join',
    membersLoaded: () => shown.includes(roomId),
    getInvitedAndJoinedMemberCount: () => people,
    getMembers: () => Array.from({ length: known }, () => ({ membership: 'join' })),
    getLastActiveTimestamp: () => atMs,
    async loadMembersIfNeeded() {
      asked.push(roomId);
      if (failing.has(roomId)) throw new TypeError('fetch failed');
      return true;
    },
  }));
  // SAFETY: its rooms are all that is asked of the client.
  const client = { getRooms: () => rooms as unknown as Room[] } as unknown as MatrixClient;
  const connection = createSubject(online);
  loadMissingMembers(client, connection, ({ roomId }) => shown.push(roomId));
  return { asked, shown, failing, connection };
}

const settle = () => new Promise(setImmediate);

test('small conversations that miss someone are loaded, the latest first', async () => {
  const { asked, shown } = setUp({
    old: { people: 2, known: 1, atMs: 1 },
    whole: { people: 2, known: 2 },
    late: { people: 3, known: 2, atMs: 2 },
    most: { people: 10, known: 1, atMs: 0 },
    crowd: { people: 11, known: 1 },
  });

  await settle();

  expect(asked).toEqual(['late', 'old', 'most']);
  expect(shown).toEqual(asked);
});

test('without a connection nothing is asked, and what failed is asked for with the next one', async () => {
  const { asked, shown, failing, connection } = setUp(
    { jonas: { people: 2, known: 1 } },
    { online: false },
  );
  await settle();
  const offline = [...asked];
  failing.add('jonas');
  connection.set(true);
  await settle();
  failing.clear();

  connection.set(false);
  connection.set(true);
  await settle();

  expect(offline).toEqual([]);
  expect(asked).toEqual(['jonas', 'jonas']);
  expect(shown).toEqual(['jonas']);
});

import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { createMemoryStore, type KeyValueStore } from '../platform/key-value-store.ts';
import { openKnownPeople } from './known-people.ts';
import { createPeople } from './people.ts';

const ME = '@mira:sotto.test' as UserId;
const JONAS = '@jonas:sotto.test' as UserId;
const PHOTO = 'mxc://sotto.test/photo';

interface Seen {
  readonly membership: string;
  readonly name: string;
  readonly avatar?: string;
}

function roomWith(seen: Seen | null): Room {
  const member = seen && {
    membership: seen.membership,
    rawDisplayName: seen.name,
    getMxcAvatarUrl: () => seen.avatar,
  };
  // SAFETY: who is in a room is all that is asked of it.
  return { getMember: () => member } as unknown as Room;
}

async function openPage(store: KeyValueStore, nickname?: () => string | undefined) {
  const known = await openKnownPeople(store);
  // SAFETY: nothing else is asked of the client.
  const client = { getUser: () => null } as unknown as MatrixClient;
  return { people: createPeople({ client, userId: ME }, known, nickname), known };
}

const weber: Seen = { membership: 'invite', name: 'Jonas Weber', avatar: PHOTO };

test('someone whose membership is not loaded after a reload keeps name and photo', async () => {
  const store = createMemoryStore();
  const before = await openPage(store);
  before.people.inRoom(JONAS, roomWith(weber));
  before.known.close();

  const { people } = await openPage(store);

  expect(people.inRoom(JONAS, roomWith(null))).toMatchObject({
    displayName: 'Jonas Weber',
    avatar: PHOTO,
  });
});

test('someone who declined keeps name and photo', async () => {
  const { people } = await openPage(createMemoryStore());
  people.inRoom(JONAS, roomWith(weber));

  const gone = people.inRoom(JONAS, roomWith({ membership: 'leave', name: JONAS }));

  expect(gone).toMatchObject({ displayName: 'Jonas Weber', avatar: PHOTO });
});

test('a new name and a photo taken away are believed', async () => {
  const { people } = await openPage(createMemoryStore());
  people.inRoom(JONAS, roomWith(weber));

  people.inRoom(JONAS, roomWith({ membership: 'join', name: 'Jonas' }));

  const shown = people.inRoom(JONAS, roomWith(null));
  expect(shown).toMatchObject({ displayName: 'Jonas', avatar: null });
});

test('someone never seen goes by their username', async () => {
  const { people } = await openPage(createMemoryStore());

  expect(people.inRoom(JONAS, roomWith(null)).displayName).toBe('jonas');
});

test('someone goes by my nickname for them while they have one, and by their own name again', async () => {
  let nickname: string | undefined = 'Joni\u202E';
  const { people } = await openPage(createMemoryStore(), () => nickname);

  const named = people.inRoom(JONAS, roomWith(weber));
  nickname = undefined;
  const again = people.inRoom(JONAS, roomWith(weber));

  expect(named).toMatchObject({ displayName: 'Joni', ownName: 'Jonas Weber' });
  expect(again.displayName).toBe('Jonas Weber');
  expect(again).not.toHaveProperty('ownName');
});

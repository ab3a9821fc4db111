import { randomBytes } from 'node:crypto';
import { Connection } from '../http/connection.ts';
import { callMatrix } from '../http/matrix-call.ts';
import { signUp, type Person } from './person.ts';

/** Two people in a room of their own: one writes, the other reads. */
export interface Conversation {
  readonly roomId: string;
  readonly sender: Person;
  readonly receiver: Receiver;
}

export interface Receiver extends Person {
  readonly filterId: string;
  /** Where the next sync goes on; null before the first. */
  since: string | null;
}

/** What a chat needs to hear: messages, and nothing of who is where or has read what. */
const FILTER = {
  presence: { types: [] },
  account_data: { types: [] },
  room: {
    timeline: { types: ['m.room.encrypted'], limit: 100 },
    state: { types: [] },
    ephemeral: { types: [] },
    account_data: { types: [] },
  },
};

/** Signing up costs a slow hash each; a few at a time keep both processors busy. */
const MADE_AT_ONCE = 8;

export function openConversations(origin: string, count: number): Promise<Conversation[]> {
  return makeSeveral(count, (name) => openConversation(origin, name));
}

/** People who only listen, in no room at all. */
export function signUpReceivers(origin: string, count: number): Promise<Receiver[]> {
  return makeSeveral(count, async (name) =>
    toReceiver(await signUp(new Connection(origin), `idle-${name}`)),
  );
}

async function makeSeveral<Item>(
  count: number,
  make: (name: string) => Promise<Item>,
): Promise<Item[]> {
  // Names must be new even on a server that was measured before.
  const run = randomBytes(5).toString('hex');
  const items: Item[] = [];
  let next = 0;
  const makeOn = async () => {
    while (next < count) {
      next += 1;
      items.push(await make(`${run}-${next}`));
    }
  };
  await Promise.all(Array.from({ length: MADE_AT_ONCE }, makeOn));
  return items;
}

async function openConversation(origin: string, name: string): Promise<Conversation> {
  const [sender, reader] = await Promise.all([
    signUp(new Connection(origin), `sender-${name}`),
    signUp(new Connection(origin), `receiver-${name}`),
  ]);
  const { room_id: roomId } = await callMatrix<{ room_id: string }>(sender.connection, {
    method: 'POST',
    path: '/_matrix/client/v3/createRoom',
    accessToken: sender.accessToken,
    body: JSON.stringify({
      preset: 'trusted_private_chat',
      is_direct: true,
      invite: [reader.userId],
    }),
  });
  await callMatrix(reader.connection, {
    method: 'POST',
    path: `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/join`,
    accessToken: reader.accessToken,
    body: '{}',
  });
  return { roomId, sender, receiver: await toReceiver(reader) };
}

/** Stores the filter, as clients do, so that a sync names it instead of carrying it. */
async function toReceiver(person: Person): Promise<Receiver> {
  const { filter_id: filterId } = await callMatrix<{ filter_id: string }>(person.connection, {
    method: 'POST',
    path: `/_matrix/client/v3/user/${encodeURIComponent(person.userId)}/filter`,
    accessToken: person.accessToken,
    body: JSON.stringify(FILTER),
  });
  return { ...person, filterId, since: null };
}

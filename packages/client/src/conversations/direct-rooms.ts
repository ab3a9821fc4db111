import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { EventType } from 'matrix-js-sdk/lib/@types/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { UserId } from '@sotto/protocol';

function readDirect(client: MatrixClient): Readonly<Record<string, unknown>> {
  return client.getAccountData(EventType.Direct)?.getContent() ?? {};
}

/** The people this account lists a room under as a direct one. Another client may have written it. */
function listedUnder(client: MatrixClient, roomId: string): readonly string[] {
  return Object.entries(readDirect(client))
    .filter(([, rooms]) => Array.isArray(rooms) && rooms.includes(roomId))
    .map(([userId]) => userId);
}

function membersThere(room: Room, me: string): readonly string[] {
  return room
    .getMembers()
    .filter(({ userId, membership }) => {
      return userId !== me && (membership === 'join' || membership === 'invite');
    })
    .map(({ userId }) => userId);
}

/**
 * The other person of a conversation between two; null for a group. It stays between two when
 * the other one leaves.
 */
export function otherPersonOf(client: MatrixClient, room: Room, me: UserId): UserId | null {
  if (
    room.getInvitedAndJoinedMemberCount() > 2 ||
    room.currentState.getStateEvents('m.room.name', '')
  ) {
    return null;
  }
  const listed = listedUnder(client, room.roomId);
  // A conversation of several is listed under each of them, and stays theirs when some have left.
  if (listed.length > 1) return null;
  // One that has grown is listed no more, and stays a group when only two of them are left.
  if (listed.length === 0 && room.getMembers().length > 2) return null;
  const [there] = membersThere(room, me);
  // SAFETY: members and the keys of `m.direct` are full Matrix ids.
  if (there) return there as UserId;
  const [gone] = listed;
  const hero = room.guessDMUserId();
  const other = gone ?? (hero === me ? undefined : hero);
  return (other as UserId | undefined) ?? null;
}

/** Lists a room as direct with `userId`, for other clients; the account may do so already. */
export async function listAsDirect(
  client: MatrixClient,
  roomId: string,
  userId: UserId,
): Promise<void> {
  if (listedUnder(client, roomId).length > 0) return;
  const direct = readDirect(client);
  const before = direct[userId];
  // SAFETY: what other clients wrote under other people is handed back untouched.
  const content = {
    ...direct,
    [userId]: [...(Array.isArray(before) ? before : []), roomId],
  } as Record<string, string[]>;
  await client.setAccountData(EventType.Direct, content);
}

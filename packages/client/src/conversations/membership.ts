import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import { RoomEvent } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomId, UserId } from '@sotto/protocol';

/** Resolves once this device has learned from the server that it is in the room. */
export function untilJoined(client: MatrixClient, roomId: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      // A room that is being joined exists before the sync brings its members.
      const room = client.getRoom(roomId);
      if (room?.getMyMembership() !== 'join') return;
      client.off(ClientEvent.Room, look);
      client.off(RoomEvent.MyMembership, look);
      client.off(ClientEvent.Sync, look);
      resolve();
    };
    client.on(ClientEvent.Room, look);
    client.on(RoomEvent.MyMembership, look);
    client.on(ClientEvent.Sync, look);
    look();
  });
}

/** The one conversation with these people; the server makes it if there is none. */
export async function startConversation(
  client: MatrixClient,
  userIds: readonly UserId[],
  contactLink: string | undefined,
): Promise<RoomId> {
  const path = '/_matrix/client/unstable/app.sotto/dm';
  const body = { user_ids: userIds, contact_link: contactLink };
  const reply = await client.http.authedRequest<{ room_id: RoomId }>(
    Method.Post,
    path,
    undefined,
    body,
    { prefix: '' },
  );
  await untilJoined(client, reply.room_id);
  return reply.room_id;
}

/** Leaves for good: the room is gone from all my devices. */
export async function leaveForGood(client: MatrixClient, roomId: RoomId): Promise<void> {
  await client.leave(roomId);
  await client.forget(roomId);
}

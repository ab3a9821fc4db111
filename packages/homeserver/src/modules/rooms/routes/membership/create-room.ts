import { createRoom } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RoomService } from '../../service.ts';
import { ROOM_VERSION_CREATED } from '../../writing/create-room.ts';
import { asJson } from '../as-json.ts';

export function createRoomRoute(rooms: RoomService) {
  return route(createRoom, async ({ body, caller }) => {
    const isPublic = body.visibility === 'public';
    const roomId = await rooms.createRoom({
      creator: caller.userId,
      preset: body.preset ?? (isPublic ? 'public_chat' : 'private_chat'),
      roomVersion: body.room_version ?? ROOM_VERSION_CREATED,
      name: body.name ?? null,
      topic: body.topic ?? null,
      creationContent: asJson(body.creation_content),
      initialState: (body.initial_state ?? []).map(
        ({ type, state_key: stateKey = '', content }) => ({
          type,
          stateKey,
          content: asJson(content),
        }),
      ),
      powerLevels: asJson(body.power_level_content_override),
      invites: body.invite ?? [],
      isDirect: body.is_direct ?? false,
    });
    return { room_id: roomId };
  });
}

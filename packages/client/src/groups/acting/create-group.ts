import { Preset } from 'matrix-js-sdk/lib/@types/partials.js';
import type { ICreateRoomOpts } from 'matrix-js-sdk/lib/@types/requests.js';
import { SLOW_MODE_TYPE, type RoomId } from '@sotto/protocol';
import { untilJoined } from '../../conversations/membership.ts';
import type { Groups } from '../../types/index.ts';
import { preparePhoto } from '../../media/prepare/avatar.ts';
import type { GroupContext } from '../group-context.ts';
import { addPeople } from './add-people.ts';

/** As many as a room can be made with. */
const INVITED_AT_ONCE_MAX = 100;

/** The levels of a new group. All are named: a server may put these in the place of its own. */
const EVENT_LEVELS = {
  'm.room.name': 50,
  'm.room.avatar': 50,
  'm.room.topic': 50,
  'm.room.pinned_events': 50,
  [SLOW_MODE_TYPE]: 50,
  'm.room.canonical_alias': 50,
  'm.room.power_levels': 100,
  'm.room.history_visibility': 100,
  'm.room.encryption': 100,
  'm.room.server_acl': 100,
  'm.room.tombstone': 150,
};

const ENCRYPTION = { type: 'm.room.encryption', content: { algorithm: 'm.megolm.v1.aes-sha2' } };

/** Makes a group with a name, and asks people in. */
export async function createGroup(
  { matrix, transfer, platform }: GroupContext,
  { name, photo, userIds }: Parameters<Groups['create']>[0],
): Promise<RoomId> {
  const avatar = photo
    ? await transfer.uploadAvatar(await preparePhoto(platform.images, photo))
    : null;
  const options: ICreateRoomOpts = {
    preset: Preset.PrivateChat,
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    invite: userIds.slice(0, INVITED_AT_ONCE_MAX),
    initial_state: [
      { ...ENCRYPTION, state_key: '' },
      ...(avatar ? [{ type: 'm.room.avatar', state_key: '', content: { url: avatar } }] : []),
    ],
    power_level_content_override: { events: EVENT_LEVELS },
  };
  const { room_id: created } = await matrix.client.createRoom(options);
  // SAFETY: the server names rooms by their id.
  const roomId = created as RoomId;
  await untilJoined(matrix.client, roomId);
  const rest = userIds.slice(INVITED_AT_ONCE_MAX);
  if (rest.length > 0)
    await addPeople(matrix, roomId, { userIds: rest, history: { share: 'all' } });
  return roomId;
}

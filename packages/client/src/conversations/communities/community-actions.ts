import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { GroupRole, RoomId, UserId } from '@sotto/protocol';
import { untilJoined } from '../membership.ts';
import { preparePhoto } from '../../media/prepare/avatar.ts';
import { ask, listOf, numberOf, sottoPath, textOf, type Json } from '../../people/book/ask.ts';
import { safeName } from '../../people/safe-name.ts';
import type { ChannelWish, CommunityMembers, CommunityWish } from '../../types/index.ts';
import type { CommunityContext } from './community-context.ts';
import type { ListedChannel } from './read-community.ts';

const COMMUNITIES = 'communities';
const MEMBERS_AT_ONCE = '50';

function channelBody({ name, topic, announcement }: ChannelWish): Json {
  const about = topic.trim();
  return { name: name.trim(), ...(about !== '' && { topic: about }), announcement };
}

// SAFETY: the server names rooms by their id.
const roomIdOf = (value: unknown): RoomId => textOf(value) as RoomId;

/** Resolves once this device is in the community and in the channels it begins with. */
export async function createCommunity(
  { matrix: { client }, transfer, platform }: CommunityContext,
  { name, topic, photo, approval, channels }: CommunityWish,
): Promise<RoomId> {
  const picture = photo && (await preparePhoto(platform.images, photo));
  const avatar = picture && (await transfer.uploadAvatar(picture));
  const about = topic.trim();
  const made = await ask(client, {
    method: Method.Post,
    path: sottoPath(COMMUNITIES),
    body: {
      name: name.trim(),
      ...(about !== '' && { topic: about }),
      ...(avatar !== null && { avatar_url: avatar }),
      join: approval ? 'knock' : 'invite',
      channels: channels.map(channelBody),
    },
  });
  const ids = Array.isArray(made['channels']) ? made['channels'].map(roomIdOf) : [];
  const roomId = roomIdOf(made['room_id']);
  await Promise.all([roomId, ...ids].map((id) => untilJoined(client, id)));
  return roomId;
}

export async function addChannel(
  { matrix: { client } }: CommunityContext,
  id: RoomId,
  wish: ChannelWish,
): Promise<RoomId> {
  const path = sottoPath(COMMUNITIES, id, 'channels');
  const made = await ask(client, { method: Method.Post, path, body: channelBody(wish) });
  const roomId = roomIdOf(made['room_id']);
  await untilJoined(client, roomId);
  return roomId;
}

export async function closeChannel(
  { matrix: { client } }: CommunityContext,
  id: RoomId,
  channelId: RoomId,
): Promise<void> {
  const path = sottoPath(COMMUNITIES, id, 'channels', channelId);
  await ask(client, { method: Method.Delete, path });
}

/** The channels of a community, also those one is not in. */
export async function listChannels(
  { matrix: { client } }: CommunityContext,
  id: RoomId,
): Promise<readonly ListedChannel[]> {
  const path = `v1/rooms/${encodeURIComponent(id)}/hierarchy?limit=100&max_depth=1`;
  const channels: ListedChannel[] = [];
  let from: string | null = '';
  while (from !== null) {
    const page: Json = await ask(client, {
      path: from === '' ? path : `${path}&from=${encodeURIComponent(from)}`,
    });
    for (const room of listOf(page['rooms'])) {
      if (room['room_id'] === id || room['room_type'] === 'm.space') continue;
      channels.push({
        id: roomIdOf(room['room_id']),
        name: safeName(textOf(room['name'])) || 'Channel',
        topic: textOf(room['topic']) || null,
        announcement: room['app.sotto.announcement'] === true,
      });
    }
    from = textOf(page['next_batch']) || null;
  }
  return channels;
}

export async function listMembers(
  { matrix: { client }, people, knownPeople }: CommunityContext,
  id: RoomId,
  { search, from }: { readonly search: string; readonly from: string | null },
): Promise<CommunityMembers> {
  const query = new URLSearchParams({ search, limit: MEMBERS_AT_ONCE });
  if (from !== null) query.set('from', from);
  const path = `${sottoPath(COMMUNITIES, id, 'members')}?${query.toString()}`;
  const page = await ask(client, { path });
  return {
    members: listOf(page['members']).map((member) => {
      // SAFETY: the server names people by their full Matrix id, and roles as it says it does.
      const [userId, role] = [textOf(member['user_id']) as UserId, member['role'] as GroupRole];
      const profile = {
        displayName: textOf(member['displayname']) || null,
        avatar: textOf(member['avatar_url']) || null,
      };
      knownPeople.note(userId, profile);
      return { person: people.of(userId, profile), role, label: safeName(textOf(member['label'])) };
    }),
    total: numberOf(page['total']) ?? 0,
    next: textOf(page['next_batch']) || null,
  };
}

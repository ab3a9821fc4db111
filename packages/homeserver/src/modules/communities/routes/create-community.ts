import { createCommunity } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { Communities } from '../service.ts';
import { channelWishOf } from './channel-wish.ts';

export function createCommunityRoute(communities: Communities) {
  return route(createCommunity, async ({ body, caller }) => {
    const { name, topic, avatar_url: avatarUrl, join, channels: wishes } = body;
    const { roomId, channels } = await communities.create({
      by: caller.userId,
      name,
      topic: topic === undefined || topic.trim() === '' ? null : topic.trim(),
      avatarUrl: avatarUrl ?? null,
      joinRule: join ?? 'invite',
      channels: wishes.map(channelWishOf),
    });
    return { room_id: roomId, channels: [...channels] };
  });
}

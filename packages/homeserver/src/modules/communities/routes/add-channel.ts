import { addChannel } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { Communities } from '../service.ts';
import { channelWishOf } from './channel-wish.ts';

export function addChannelRoute(communities: Communities) {
  return route(addChannel, async ({ params, body, caller }) => {
    const wish = channelWishOf(body);
    return { room_id: await communities.addChannel(caller.userId, params.roomId, wish) };
  });
}

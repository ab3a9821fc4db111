import { closeChannel } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { Communities } from '../service.ts';

export function closeChannelRoute(communities: Communities) {
  return route(closeChannel, async ({ params, caller }) => {
    await communities.closeChannel(caller.userId, params.roomId, params.channelId);
    return {};
  });
}

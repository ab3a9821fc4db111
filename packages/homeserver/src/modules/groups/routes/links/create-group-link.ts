import { createGroupLink } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import { readLinkWish } from '../../../../links/index.ts';
import type { LinkService } from '../../links/link-service.ts';
import { linkReply } from './link-reply.ts';

export function createGroupLinkRoute(links: LinkService) {
  return route(createGroupLink, async ({ params, body, caller }) => {
    const link = await links.create(caller.userId, params.roomId, readLinkWish(body));
    return linkReply(link);
  });
}

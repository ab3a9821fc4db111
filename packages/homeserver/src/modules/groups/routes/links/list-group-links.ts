import { listGroupLinks } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { LinkService } from '../../links/link-service.ts';
import { linkReply } from './link-reply.ts';

export function listGroupLinksRoute(links: LinkService) {
  return route(listGroupLinks, async ({ params, caller }) => ({
    links: (await links.list(caller.userId, params.roomId)).map(linkReply),
  }));
}

import { createContactLink } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import { linkFactsReply, readLinkWish } from '../../../../links/index.ts';
import type { LinkService } from '../../links/link-service.ts';

export function createContactLinkRoute(links: LinkService) {
  return route(createContactLink, async ({ body, caller }) => {
    const link = await links.create(caller.userId, readLinkWish(body));
    return linkFactsReply(link);
  });
}

import { listContactLinks } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import { linkFactsReply } from '../../../../links/index.ts';
import type { LinkService } from '../../links/link-service.ts';

export function listContactLinksRoute(links: LinkService) {
  return route(listContactLinks, async ({ caller }) => ({
    links: (await links.list(caller.userId)).map(linkFactsReply),
  }));
}

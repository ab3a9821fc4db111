import { revokeContactLink } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { LinkService } from '../../links/link-service.ts';

export function revokeContactLinkRoute(links: LinkService) {
  return route(revokeContactLink, async ({ params, caller }) => {
    await links.revoke(caller.userId, params.token);
    return {};
  });
}

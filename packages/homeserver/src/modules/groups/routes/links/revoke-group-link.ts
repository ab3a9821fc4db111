import { revokeGroupLink } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { LinkService } from '../../links/link-service.ts';

export function revokeGroupLinkRoute(links: LinkService) {
  return route(revokeGroupLink, async ({ params, caller }) => {
    await links.revoke(caller.userId, params.token);
    return {};
  });
}

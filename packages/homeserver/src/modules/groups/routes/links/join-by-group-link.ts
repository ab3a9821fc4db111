import { joinByGroupLink } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { LinkService } from '../../links/link-service.ts';

export function joinByGroupLinkRoute(links: LinkService) {
  return route(joinByGroupLink, async ({ params, body, caller }) => {
    const joined = await links.join(caller.userId, params.token, body.reason ?? null);
    return { room_id: joined.roomId, membership: joined.membership };
  });
}

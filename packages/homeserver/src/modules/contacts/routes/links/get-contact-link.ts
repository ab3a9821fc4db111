import { getContactLink } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { LinkService } from '../../links/link-service.ts';

export function getContactLinkRoute(links: LinkService) {
  return route(getContactLink, async ({ params }) => {
    const { userId, profile } = await links.getOwner(params.token);
    return { user_id: userId, ...profile };
  });
}

import { createContactLink } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { LinkService } from '../../links/link-service.ts';
import { linkReply } from './link-reply.ts';

export function createContactLinkRoute(links: LinkService) {
  return route(createContactLink, async ({ body, caller }) => {
    const link = await links.create(caller.userId, {
      label: body.label,
      usesMax: body.uses_max ?? null,
      expiresMs: body.expires_ts ?? null,
    });
    return linkReply(link);
  });
}

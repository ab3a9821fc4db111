import { createGroupLink } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { LinkService } from '../../links/link-service.ts';
import { linkReply } from './link-reply.ts';

export function createGroupLinkRoute(links: LinkService) {
  return route(createGroupLink, async ({ params, body, caller }) => {
    const link = await links.create(caller.userId, params.roomId, {
      label: body.label,
      usesMax: body.uses_max ?? null,
      expiresMs: body.expires_ts ?? null,
    });
    return linkReply(link);
  });
}

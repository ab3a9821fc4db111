import type { ContactLink } from '../../links/link-service.ts';

/** As `contactLinkSchema` has it. */
export function linkReply(link: ContactLink) {
  return {
    token: link.token,
    label: link.label,
    created_ts: link.createdMs,
    uses: link.uses,
    ...(link.usesMax !== null && { uses_max: link.usesMax }),
    ...(link.expiresMs !== null && { expires_ts: link.expiresMs }),
  };
}

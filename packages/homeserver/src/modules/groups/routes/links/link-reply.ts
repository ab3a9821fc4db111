import type { GroupLink } from '../../links/link-service.ts';

/** As `groupLinkSchema` has it. */
export function linkReply(link: GroupLink) {
  return {
    token: link.token,
    label: link.label,
    created_by: link.createdBy,
    created_ts: link.createdMs,
    uses: link.uses,
    ...(link.usesMax !== null && { uses_max: link.usesMax }),
    ...(link.expiresMs !== null && { expires_ts: link.expiresMs }),
  };
}

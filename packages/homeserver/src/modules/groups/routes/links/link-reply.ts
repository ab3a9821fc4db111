import { linkFactsReply } from '../../../../links/index.ts';
import type { GroupLink } from '../../links/link-service.ts';

/** As `groupLinkSchema` has it. */
export function linkReply(link: GroupLink) {
  return { ...linkFactsReply(link), created_by: link.createdBy };
}

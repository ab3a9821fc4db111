import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { groupLinkParamsSchema } from './group-link.ts';

/**
 * DELETE /_matrix/client/unstable/app.sotto/group_links/{token}
 *
 * Ends a link; who made it and the group's moderators can. See `docs/reference/conversations/group-links.md`.
 */
export const revokeGroupLink = {
  operationId: 'revokeGroupLink',
  method: 'DELETE',
  path: '/_matrix/client/unstable/app.sotto/group_links/:token',
  access: 'user',
  params: groupLinkParamsSchema,
  reply: emptyReplySchema,
} as const satisfies Contract;

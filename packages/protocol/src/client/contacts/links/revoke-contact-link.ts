import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { contactLinkParamsSchema } from './contact-link-params.ts';

/**
 * DELETE /_matrix/client/unstable/app.sotto/contact_links/{token}
 *
 * Ends one of the caller's links. Conversations it began stay. See `docs/reference/contact-links.md`.
 */
export const revokeContactLink = {
  operationId: 'revokeContactLink',
  method: 'DELETE',
  path: '/_matrix/client/unstable/app.sotto/contact_links/:token',
  access: 'user',
  params: contactLinkParamsSchema,
  reply: emptyReplySchema,
} as const satisfies Contract;

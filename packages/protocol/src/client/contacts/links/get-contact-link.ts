import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { userIdSchema } from '../../schemas.ts';
import { contactLinkParamsSchema } from './contact-link-params.ts';

/**
 * GET /_matrix/client/unstable/app.sotto/contact_links/{token}
 *
 * Whose link this is. One that was revoked, has expired or was used up is like one that never was. See
 * `docs/reference/contact-links.md`.
 */
export const getContactLink = {
  operationId: 'getContactLink',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/contact_links/:token',
  access: 'user',
  params: contactLinkParamsSchema,
  reply: Type.Object({
    user_id: userIdSchema,
    displayname: Type.Optional(Type.String()),
    avatar_url: Type.Optional(Type.String()),
  }),
} as const satisfies Contract;

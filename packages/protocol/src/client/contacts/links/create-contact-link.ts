import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { CONTACT_LINK_LABEL_MAX, contactLinkSchema } from './contact-link.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/contact_links
 *
 * Makes a contact link. See `docs/reference/contact-links.md`.
 */
export const createContactLink = {
  operationId: 'createContactLink',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/contact_links',
  access: 'user',
  body: Type.Object({
    label: Type.String({ minLength: 1, maxLength: CONTACT_LINK_LABEL_MAX }),
    uses_max: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    expires_ts: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  reply: contactLinkSchema,
} as const satisfies Contract;

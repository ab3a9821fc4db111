import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { contactLinkSchema } from './contact-link.ts';

/**
 * GET /_matrix/client/unstable/app.sotto/contact_links
 *
 * The caller's links that have not been revoked, the newest first, used up and expired ones too. See
 * `docs/reference/contact-links.md`.
 */
export const listContactLinks = {
  operationId: 'listContactLinks',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/contact_links',
  access: 'user',
  reply: Type.Object({ links: Type.Array(contactLinkSchema) }),
} as const satisfies Contract;

import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { groupLinkSchema, groupParamsSchema } from './group-link.ts';

/**
 * GET /_matrix/client/unstable/app.sotto/rooms/{roomId}/links
 *
 * The links of a group, the newest first: all of them to its moderators, to others their own. See
 * `docs/reference/conversations/group-links.md`.
 */
export const listGroupLinks = {
  operationId: 'listGroupLinks',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/rooms/:roomId/links',
  access: 'user',
  params: groupParamsSchema,
  reply: Type.Object({ links: Type.Array(groupLinkSchema) }),
} as const satisfies Contract;

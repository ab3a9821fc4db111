import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { GROUP_LINK_LABEL_MAX, groupLinkSchema, groupParamsSchema } from './group-link.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/rooms/{roomId}/links
 *
 * Makes a link to a group, by somebody who may add people. See `docs/reference/conversations/group-links.md`.
 */
export const createGroupLink = {
  operationId: 'createGroupLink',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/rooms/:roomId/links',
  access: 'user',
  params: groupParamsSchema,
  body: Type.Object({
    label: Type.String({ minLength: 1, maxLength: GROUP_LINK_LABEL_MAX }),
    uses_max: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    expires_ts: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  reply: groupLinkSchema,
} as const satisfies Contract;

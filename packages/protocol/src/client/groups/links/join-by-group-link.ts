import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { roomIdSchema } from '../../schemas.ts';
import { groupLinkParamsSchema } from './group-link.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/group_links/{token}/join
 *
 * Joins the group, or asks to be let in. Doing it again changes nothing. See
 * `docs/reference/conversations/group-links.md`.
 */
export const joinByGroupLink = {
  operationId: 'joinByGroupLink',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/group_links/:token/join',
  access: 'user',
  params: groupLinkParamsSchema,
  body: Type.Object({
    /** A sentence for those who decide, if somebody has to. */
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({
    room_id: roomIdSchema,
    membership: Type.Unsafe<'join' | 'knock'>({ type: 'string', enum: ['join', 'knock'] }),
  }),
} as const satisfies Contract;

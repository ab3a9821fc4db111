import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { roomIdSchema, userIdSchema } from '../../schemas.ts';
import { groupLinkParamsSchema } from './group-link.ts';

/**
 * GET /_matrix/client/unstable/app.sotto/group_links/{token}
 *
 * What a link leads to, for somebody deciding whether to follow it. One that was revoked, has expired, was
 * used up, or whose maker may not add people any more is like one that never was. See
 * `docs/reference/conversations/group-links.md`.
 */
export const getGroupLink = {
  operationId: 'getGroupLink',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/group_links/:token',
  access: 'user',
  params: groupLinkParamsSchema,
  reply: Type.Object({
    name: Type.Optional(Type.String()),
    avatar_url: Type.Optional(Type.String()),
    topic: Type.Optional(Type.String()),
    /** `m.space` for a community. */
    room_type: Type.Optional(Type.String()),
    /** A channel, which only the people of its community join. */
    channel: Type.Optional(Type.Boolean()),
    member_count: Type.Integer(),
    /** Who made the link. */
    created_by: userIdSchema,
    /** Whether somebody has to let one in. */
    approval: Type.Boolean(),
    /** What the caller is to the group already; absent for nothing. */
    membership: Type.Optional(Type.String()),
    /** Only for those who are in it. */
    room_id: Type.Optional(roomIdSchema),
  }),
} as const satisfies Contract;

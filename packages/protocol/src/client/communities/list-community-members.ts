import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { groupRoleSchema } from '../groups/set-member-role.ts';
import { userIdSchema } from '../schemas.ts';
import { communityParams } from './community-state.ts';

/** How many people one page of a directory holds. */
export const COMMUNITY_MEMBERS_PAGE_MAX = 100;

/**
 * GET /_matrix/client/unstable/app.sotto/communities/{roomId}/members
 *
 * Who is in a community, the mightiest role first, then by name. See `docs/reference/conversations/communities.md`.
 */
export const listCommunityMembers = {
  operationId: 'listCommunityMembers',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/communities/:roomId/members',
  access: 'user',
  params: communityParams,
  query: Type.Object({
    search: Type.Optional(Type.String({ maxLength: 100 })),
    from: Type.Optional(Type.String({ maxLength: 32 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  }),
  reply: Type.Object({
    members: Type.Array(
      Type.Object({
        user_id: userIdSchema,
        displayname: Type.Optional(Type.String()),
        avatar_url: Type.Optional(Type.String()),
        role: groupRoleSchema,
        label: Type.Optional(Type.String()),
      }),
    ),
    /** How many there are in all, of those who were searched for. */
    total: Type.Integer(),
    next_batch: Type.Optional(Type.String()),
  }),
} as const satisfies Contract;
